// Days as numbers (days since 1970-01-01). No clock is read here.

export const DAY_MS = 86_400_000;

/** @param {number} day */
const date = (day) => new Date(day * DAY_MS);

/** @param {number} year @param {number} month 0 to 11, or beyond @returns {number} the first day of the month */
export const monthStart = (year, month) => Date.UTC(year, month, 1) / DAY_MS;

/** @param {number} day */
export const yearOf = (day) => date(day).getUTCFullYear();

/** @param {number} day @returns {number} 0 to 11 */
export const monthOf = (day) => date(day).getUTCMonth();

/** @param {number} day */
export const dayOfMonth = (day) => date(day).getUTCDate();

/** The Monday on or before a day. @param {number} day */
export const monday = (day) => day - ((((day + 3) % 7) + 7) % 7);

/** @param {number} day */
export const iso = (day) => date(day).toISOString().slice(0, 10);

/** @param {string | null} text @returns {number | null} */
export const fromIso = (text) => (text ? Math.round(Date.parse(`${text}T00:00:00Z`) / DAY_MS) : null);
