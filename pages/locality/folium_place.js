(feature, layer) => {
  const { code, role, none, tooltip, label, at } = feature.properties;
  if (role === "outline") return;
  layer.bindTooltip(tooltip, { sticky: true });
  layer.on("mouseover", () => layer.setStyle({ weight: 3 }));
  layer.on("mouseout", () => layer.setStyle({ weight: 1.2 }));
  layer.on("add", () => {
    const map = layer._map;
    const icon = L.divIcon({ html: label, className: "place " + role, iconSize: [130, 36] });
    L.marker(at, { icon, interactive: false, keyboard: false }).addTo(map).getElement().weight =
      (none ? 0 : 1000) + (role === "part" ? 100 : 0) + layer.getBounds().getNorth() - layer.getBounds().getSouth();
    // A name that overlaps a printed one is hidden. Places with figures are printed first, then the tallest.
    if (!map.arrange) {
      map.arrange = () => {
        const printed = [];
        for (const name of [...document.querySelectorAll(".place")].sort((a, b) => b.weight - a.weight)) {
          const boxes = [...name.children].filter((line) => line.tagName !== "BR").map((line) => line.getBoundingClientRect());
          const meets = boxes.some((a) => printed.some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
          name.classList.toggle("hidden", meets);
          if (!meets) printed.push(...boxes);
        }
      };
      map.on("zoomend resize", () => setTimeout(map.arrange));
      // Without the style of Leaflet no name overlaps another, so the names are arranged again when it is loaded.
      for (const style of document.querySelectorAll("link[rel=stylesheet]")) style.addEventListener("load", map.arrange);
    }
    // A click on the box of an archipelago is a click on its shape.
    const box = document.querySelector(`.inset[data-code="${code}"]`);
    if (box) box.onclick = () => layer.fire("click", { latlng: L.latLng(at) }, true);
  });
}
