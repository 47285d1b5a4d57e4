"""A country of unit squares: four communes of two provinces, a tenth of a degree wide (about 119 km² each)."""

import geopandas as gpd
import pytest
import shapely

from geo import boundaries

REGISTER = """\
vintage,code,name,type,level,parent_code,lon,lat,area_km2,population,population_year,mapped,note
2025-07,VN,Cả nước,quốc gia,country,,,,,,,true,
2025-07,68,Tỉnh Lâm Đồng,tỉnh,province,VN,,,,,,true,
2025-07,56,Tỉnh Khánh Hòa,tỉnh,province,VN,,,,,,true,
2025-07,00127,Xã Tân Hà,xã,commune,68,108.05,11.05,121,,,true,
2025-07,22918,Phường Mũi Né,phường,commune,68,108.15,11.05,121,,,true,
2025-07,22960,Xã Hòa Thắng,xã,commune,68,108.25,11.05,121,,,true,
2025-07,22302,Xã Tân Hà,xã,commune,56,108.35,11.05,121,,,true,
2025-07,22736,Đặc khu Trường Sa,đặc khu,commune,56,111.9,8.6,496,,,true,
"""


@pytest.fixture(scope="package")
def register(tmp_path_factory):
    table = tmp_path_factory.mktemp("register") / "localities.csv"
    table.write_text(REGISTER, encoding="utf-8")
    return table


@pytest.fixture(scope="package")
def places(register):
    return boundaries.read_localities("2025-07", "commune", register)


@pytest.fixture(scope="package")
def above(register):
    return {"province": boundaries.read_localities("2025-07", "province", register)}


@pytest.fixture(scope="package")
def square():
    """The tenth-degree square whose column is given: 0 holds the first commune's point, 3 the last one's."""

    def at(column, wide=0.1, tall=0.1):
        west = 108 + 0.1 * column
        return shapely.box(west, 11, west + wide, 11 + tall)

    return at


@pytest.fixture(scope="package")
def layer(square):
    """A file's frame: each row is a column of the country and what the file says of it."""

    def of(*rows):
        shapes = [row.get("geometry", square(at)) for at, row in enumerate(rows)]
        table = [{name: value for name, value in row.items() if name != "geometry"} for row in rows]
        return gpd.GeoDataFrame(table, geometry=shapes, crs="EPSG:4326", index=range(1, len(rows) + 1))

    return of
