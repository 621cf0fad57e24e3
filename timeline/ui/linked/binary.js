// Reads one binary of a JSON header and typed arrays, as binary.py packs it.

const TYPES = { u1: Uint8Array, u2: Uint16Array, i2: Int16Array, u4: Uint32Array, i4: Int32Array, f4: Float32Array };

/**
 * @param {ArrayBuffer} buffer
 * @returns {{header: any, parts: Record<string, any>}} the header, and the arrays by name (views, nothing is copied)
 */
export function unpack(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  /** @type {Record<string, any>} */
  const parts = {};
  for (const [name, [code, at, count]] of Object.entries(header.parts)) {
    parts[name] = new TYPES[/** @type {keyof typeof TYPES} */ (code)](buffer, 4 + length + at, count);
  }
  return { header, parts };
}

/** What proves whose data is asked for. @param {string} key "" where it is nobody's own @returns {RequestInit} */
export const proving = (key) => (key ? { headers: { "Dateline-Key": key } } : {});

/**
 * @param {string} path of this server
 * @param {string} [key] of the visitor
 * @returns {Promise<ArrayBuffer>}
 */
export async function fetched(path, key = "") {
  const answer = await fetch(new URL(path, location.origin), proving(key));
  if (!answer.ok) throw new Error(`fetch:${path.split("/").pop()}`);
  return answer.arrayBuffer();
}
