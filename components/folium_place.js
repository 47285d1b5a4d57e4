(feature, layer) => {
  const { code, role, told, label, at } = feature.properties;
  if (role === "outline") return;
  layer.bindTooltip(told, { sticky: true });
  layer.on("mouseover", () => layer.setStyle({ weight: 3 }));
  layer.on("mouseout", () => layer.setStyle({ weight: 1.2 }));
  layer.on("add", () => {
    const icon = L.divIcon({ html: label, className: "place " + role, iconSize: [120, 40] });
    const name = L.marker(at, { icon, interactive: false, keyboard: false }).addTo(layer._map);
    // A name is shown where its shape has room for it; zooming in makes room.
    const fit = () => {
      const box = layer.getBounds(), map = layer._map;
      if (!map) return;
      const room = map.latLngToLayerPoint(box.getSouthEast()).subtract(map.latLngToLayerPoint(box.getNorthWest()));
      name.getElement()?.classList.toggle("hidden", room.x < 64 || room.y < 34);
    };
    layer._map.on("zoomend viewreset", fit);
    setTimeout(fit);
    // The box of an archipelago stands for its shape: pressing it is pressing the shape.
    const box = document.querySelector(`.inset[data-code="${code}"]`);
    if (box) box.onclick = () => layer.fire("click", { latlng: L.latLng(at) }, true);
  });
}
