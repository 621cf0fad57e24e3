// Milliseconds of some frames of deck.gl's own points, from the bundle that pydeck carries and typed positions.

/** @param {number} count @param {number} wanted frames */
async function drawPoints(count, wanted) {
  const value = new Float32Array(await (await fetch("/points")).arrayBuffer());
  const { createDeck } = /** @type {any} */ (window);
  const deck = createDeck({
    container: document.getElementById("map"),
    jsonInput: JSON.stringify({
      initialViewState: { longitude: 31, latitude: 49, zoom: 3 },
      views: [{ "@@type": "MapView", controller: true }],
      layers: [{ "@@type": "ScatterplotLayer", id: "one", data: [{ at: [31, 49] }], getPosition: "@@=at" }],
    }),
  });
  while (!deck.props.layers?.length || !deck.device) await new Promise((done) => setTimeout(done, 100));
  const Layer = deck.props.layers[0].constructor;
  const layer = new Layer({
    id: "points", data: { length: count, attributes: { getPosition: { value, size: 2 } } },
    getRadius: 6, radiusUnits: "pixels", getFillColor: [210, 76, 0],
  });
  deck.setProps({ layers: [layer] });
  await new Promise((done) => setTimeout(done, 500));
  const { gl } = deck.device;
  const pixel = new Uint8Array(4);
  const frames = [];
  for (let n = 0; n <= wanted; n += 1) {
    const from = performance.now();
    deck.redraw("bench");
    gl.readPixels(420, 212, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel); // waits until all is drawn
    frames.push(performance.now() - from);
  }
  return frames.slice(1);
}
