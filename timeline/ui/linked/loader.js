// Streamlit runs this from a blob's address, so the real module is imported by its full one. What goes wrong is told to the
// page, which then shows its plain views.
/** @param {import("./view.js").Component} component */
export default async function mount(component) {
  const tell = (/** @type {any} */ error) => component.setStateValue("failed", String(error?.message ?? error).slice(0, 300));
  try {
    const { render } = await import(new URL(component.data.urls.script, location.origin).href);
    return await render(component, tell); // what fails later is caught here too
  } catch (error) {
    tell(error);
    return undefined;
  }
}
