"""The tables of the store: the rows of batches, and the publications that make batches visible."""

from functools import cache

import ibis
import pandas as pd
import sqlglot as sg
import sqlglot.expressions as sge
from ibis.backends.sql import SQLBackend

from data import schema
from data.loader import TABLES
from data.store.refusal import is_collision

# These tables have the columns that they have in data/tables. ``known_from`` is computed for rows of the base (base).
# ``position`` is the row's place in its batch: a table is read in the order in which it was written.
CARRIED = ("observations", "explanations", "sources")
_TYPES = {"string": "string", "number": "float64", "integer": "float64", "date": "date", "boolean": "boolean"}
_OWN = {
    "reasons": {
        "batch": "string", "check": "string", "sheet": "string", "cell": "string", "message": "string",
        "reason": "string", "vintage": "string", "locality": "string", "indicator": "string",
        "period_start": "date", "period_end": "date",
    },
    "batches": {
        "batch": "string", "kind": "string", "file_name": "string", "sha256": "string", "by": "string",
        "area": "string", "vintage": "string", "period": "string", "created_at": "timestamp(6)",
        "counts": "string",
    },
    "files": {"sha256": "string", "content": "binary"},
    "publications": {
        "publication": "int64", "batch": "string", "kind": "string", "action": "string", "replaces": "string",
        "by": "string", "at": "timestamp(6)", "based_on": "int64",
    },
}  # fmt: skip
# Two processes that publish at once choose the same number; the key admits one of them.
_KEYS = {"publications": "publication", "batches": "batch"}


@cache
def declared_schema(table: str) -> schema.Schema:
    """Return the schema of one of the tables in data/tables, as ``datapackage.json`` declares it."""
    return schema.read_schemas(TABLES)[table]


@cache
def schemas() -> dict[str, ibis.Schema]:
    """Return the schema of every table of the store."""
    carried_tables = {
        table: {"batch": "string", "position": "int64"}
        | {each["name"]: _TYPES[each["type"]] for each in declared_schema(table)["fields"]}
        | ({} if table == "sources" else {"known_from": "date"})
        for table in CARRIED
    }
    return {table: ibis.schema(columns) for table, columns in (carried_tables | _OWN).items()}


def create(con: SQLBackend) -> None:
    """Create the tables that are absent, and the columns that a store of an earlier version lacks."""
    for table, columns in schemas().items():
        try:
            con.raw_sql(_statement(con, table, columns))
        except Exception as error:
            # PostgreSQL raises this if another process creates the table at the same moment; then it is there.
            if not is_collision(error):
                raise
        for name in _absent(con, table, columns):
            con.raw_sql(_addition(con, table, name, columns))


def is_complete(con: SQLBackend) -> bool:
    """Tell whether the tables of a store have every column; one of an earlier version may lack some."""
    return not any(_absent(con, table, columns) for table, columns in schemas().items())


def _absent(con: SQLBackend, table: str, columns: ibis.Schema) -> list[str]:
    there = con.table(table).columns
    return [name for name in columns if name not in there]


def _addition(con: SQLBackend, table: str, name: str, columns: ibis.Schema) -> str:
    # IF NOT EXISTS, because another process may add the column at the same moment.
    (column,) = ibis.schema({name: columns[name]}).to_sqlglot_column_defs(con.dialect)
    named = sg.to_identifier(table, quoted=True).sql(con.dialect)
    return f"ALTER TABLE {named} ADD COLUMN IF NOT EXISTS {column.sql(con.dialect)}"


def _statement(con: SQLBackend, table: str, columns: ibis.Schema) -> str:
    # Ibis creates tables, too, but without a primary key and without IF NOT EXISTS.
    parts: list[sge.Expression] = list(columns.to_sqlglot_column_defs(con.dialect))
    if table in _KEYS:
        parts.append(sge.PrimaryKey(expressions=[sg.to_identifier(_KEYS[table], quoted=True)]))
    table_schema = sge.Schema(this=sg.to_identifier(table, quoted=True), expressions=parts)
    return sge.Create(kind="TABLE", exists=True, this=table_schema).sql(con.dialect)


def insert(con: SQLBackend, table: str, rows: pd.DataFrame) -> None:
    """Add rows to a table in one statement; a column that the rows lack stays empty."""
    if len(rows):
        columns = schemas()[table]
        rows = rows.assign(position=range(len(rows)))
        rows = rows.assign(**{name: None for name in columns if name not in rows})
        rows = rows[list(columns)]
        con.insert(table, ibis.memtable(rows, schema=columns))


def typed(rows: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return rows of the store with the types that ``data.loader`` gives its tables; other columns are ``str``."""
    types = {each["name"]: schema.DTYPES[each["type"]] for each in declared_schema(table)["fields"]}
    return rows.astype({name: types.get(name, "str") for name in rows.columns})
