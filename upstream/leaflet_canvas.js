// Leaflet's canvas renderer with three changes: it fills by class; it prints labels over the polygons in the same pass,
// so that no frame shows one without the other; and it can repaint at once instead of in the next animation frame.
import { print } from "./labels.js";

let painterClass = null;
const RINGED = 16; // pixels
export function createPainter(options) {
  painterClass ??= L.Canvas.extend({
    _fillStroke(ctx, { place }) {
      const { of: choropleth } = this.options;
      if (!place) return this.border(ctx, choropleth.theme.text);
      if (!place.look) return;
      const { fill, hatched, alpha } = choropleth.style(place);
      ctx.globalAlpha = alpha;
      ctx.fillStyle = fill;
      ctx.fill("evenodd");
      if (hatched) {
        ctx.fillStyle = choropleth.hatch;
        ctx.fill("evenodd");
      }
      ctx.strokeStyle = choropleth.theme.background;
      ctx.lineWidth = this.line;
      ctx.stroke();
    },

    _draw() {
      const { of: choropleth } = this.options;
      if (!choropleth.theme) return;
      this.line = choropleth.line();
      L.Canvas.prototype._draw.call(this);
      const ctx = this._ctx;
      if (!this._redrawBounds || !this.printed) this.printed = choropleth.labels(ctx, this._bounds);
      ctx.save();
      if (this._redrawBounds) {
        const { min, max } = this._redrawBounds;
        ctx.beginPath();
        ctx.rect(min.x, min.y, max.x - min.x, max.y - min.y);
        ctx.clip();
      }
      for (const [place, width, colour] of choropleth.outlined()) this.outline(place, width, colour);
      if (choropleth.chosen()) this.ring(choropleth.chosen(), choropleth.theme.text);
      print(ctx, this.printed, choropleth.theme.size);
      ctx.restore();
    },

    border(ctx, colour) {
      ctx.globalAlpha = 0.7;
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1;
      ctx.lineJoin = "round";
      ctx.stroke();
    },

    outline({ layer }, width, colour) {
      const ctx = this._ctx;
      ctx.beginPath();
      for (const part of layer._parts ?? []) {
        part.forEach((point, i) => (i ? ctx.lineTo(point.x, point.y) : ctx.moveTo(point.x, point.y)));
        ctx.closePath();
      }
      ctx.globalAlpha = 1;
      ctx.lineJoin = "round";
      ctx.lineWidth = width;
      ctx.strokeStyle = colour;
      ctx.stroke();
    },

    /** Draw a ring around what is too small to be found by its outline. */
    ring({ inset, layer }, colour) {
      const { min, max } = layer._pxBounds ?? {};
      if (inset || !min || Math.max(max.x - min.x, max.y - min.y) > RINGED) return;
      const ctx = this._ctx;
      ctx.beginPath();
      ctx.arc((min.x + max.x) / 2, (min.y + max.y) / 2, RINGED, 0, 2 * Math.PI);
      ctx.globalAlpha = 1;
      ctx.lineWidth = 3;
      ctx.strokeStyle = colour;
      ctx.stroke();
    },

    /** Draw everything anew, now. */
    repaint() {
      if (!this._map) return;
      L.Util.cancelAnimFrame(this._redrawRequest);
      this._redrawBounds = null;
      this._redraw();
    },

    /** Draw the surroundings of some places anew, in the next frame. */
    touch(...places) {
      for (const place of places) {
        if (!place?.layer._pxBounds) continue;
        place.layer.options.weight = 4;
        this._requestRedraw(place.layer);
      }
    },
  });
  return new painterClass(options);
}
