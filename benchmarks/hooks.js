// Installed in every frame before the page's own scripts: notes when a key went down and when something was drawn.
(() => {
  if (window.__drawn) return;
  const drawn = (window.__drawn = { key: 0, last: 0, calls: 0 });
  const note = () => {
    drawn.last = performance.now();
    drawn.calls += 1;
  };
  const wrap = (owner, names) => {
    for (const name of names) {
      const original = owner?.prototype?.[name];
      if (!original) continue;
      owner.prototype[name] = function (...given) {
        note();
        return original.apply(this, given);
      };
    }
  };
  // What leaves ink; moveTo and lineTo do not, and wrapping them would slow down what is measured.
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
    drawn.key = performance.now();
    drawn.calls = 0;
  }, true);
})();
