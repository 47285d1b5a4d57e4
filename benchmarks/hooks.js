// Installed in every frame before the scripts of the page. Records when a key was pressed, when something was drawn, and
// when the dashboard's map was drawn: a table below the map is a canvas, too, and is drawn later. All frames write to one
// record of the top page, in milliseconds since 1970, because each frame has a clock that starts with the frame.
(() => {
  if (window.__hooked) return;
  window.__hooked = true;
  const now = () => performance.timeOrigin + performance.now();
  const drawn = (window.top.__drawn ??= { key: 0, last: 0, map: 0, calls: 0, now });
  const note = (canvas) => {
    drawn.last = now();
    drawn.calls += 1;
    if (canvas?.closest?.(".choropleth")) drawn.map = drawn.last;
  };
  const wrap = (owner, names) => {
    for (const name of names) {
      const original = owner?.prototype?.[name];
      if (!original) continue;
      owner.prototype[name] = function (...given) {
        note(this.canvas);
        return original.apply(this, given);
      };
    }
  };
  // The functions that change pixels. moveTo and lineTo do not, and wrapping them would slow down the measured page.
  wrap(window.CanvasRenderingContext2D, ["fill", "stroke", "fillRect", "strokeRect", "clearRect", "fillText",
                                         "strokeText", "drawImage", "putImageData"]);
  const gl = ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced", "drawRangeElements"];
  wrap(window.WebGLRenderingContext, gl);
  wrap(window.WebGL2RenderingContext, gl);
  const { setAttribute } = Element.prototype;
  SVGPathElement.prototype.setAttribute = function (...given) {
    note();
    return setAttribute.apply(this, given);
  };
  window.addEventListener("keydown", () => {
    drawn.key = now();
    drawn.calls = 0;
  }, true);
})();
