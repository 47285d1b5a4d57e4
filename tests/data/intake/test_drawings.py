"""What is left of a workbook without its pictures and charts."""

import io
import zipfile

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from PIL import Image as Picture

from data.intake.open.drawings import without_drawings
from tests.data.intake.sheets import saved, xlsx


def test_pictures_and_charts_are_left_behind_and_cells_and_comments_stay():
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["B1"] = "Địa phương", 65
    sheet["B1"].comment = Comment("đã kiểm tra", "Lan")
    stream = io.BytesIO()
    Picture.new("RGB", (200, 200)).save(stream, "PNG")
    sheet.add_image(Image(stream), "D1")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1))
    sheet.add_chart(chart, "D9")
    lighter = without_drawings(saved(book))
    assert not [
        name for name in zipfile.ZipFile(io.BytesIO(lighter)).namelist() if "media" in name or "chart" in name
    ]
    left = load_workbook(io.BytesIO(lighter)).active
    assert (left["A1"].value, left["B1"].value, left["B1"].comment.text) == ("Địa phương", 65, "đã kiểm tra")
    assert (left._images, left._charts) == ([], [])


def test_a_workbook_without_pictures_stays_as_it_is():
    content = xlsx([["Địa phương", 65]])
    assert without_drawings(content) is content
