"""The tables of a corpus as other programs see them: DuckDB reads what the command line wrote, and Spark gives the same.

    PYTHON tests/spark/tables.py [FOLDER OF THE BUILT PROGRAMS]
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent.parent
BUILT = Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / "target/debug").resolve()
REPORTS = 24
BAD = ["no JSON at all", '{"id": "empty", "text": ""}', '{"id": 7, "text": "全市增长5%。", "date": "soon"}']


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command[0]} ended with {done.returncode}:\n{done.stderr[-4000:]}")
    return done.stdout


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        reports = run(BUILT / "examples/generate", REPORTS).splitlines()
        assert len(reports) == REPORTS
        lines = reports[:5] + BAD + reports[5:]
        cls.reports = cls.folder / "reports.jsonl"
        cls.reports.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for form in ("parquet", "csv"):
            out = ("--out", cls.folder / form, "--format", form, "--part", 10)
            run(BUILT / "yaolan", "corpus", cls.reports, *out)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def parquet(self, table):
        return f"read_parquet('{self.folder}/parquet/{table}/*.parquet')"

    def query(self, words):
        return duckdb.sql(words).fetchall()

    def tables(self):
        return sorted(path.name for path in (self.folder / "parquet").iterdir() if not path.name.startswith("."))

    def test_parquet_has_every_row_of_the_csv(self):
        tables = self.tables()
        self.assertEqual(len(tables), 16)
        self.assertIn("errors", tables)
        for table in tables:
            csv = f"read_csv('{self.folder}/csv/{table}/*.csv', all_varchar=true, header=true, quote='\"')"
            names = [name for name, *_ in self.query(f"describe select * from {self.parquet(table)}")]
            self.assertEqual(names, [name for name, *_ in self.query(f"describe select * from {csv}")], table)
            count = f"select count(*) from "
            self.assertEqual(self.query(count + self.parquet(table)), self.query(count + csv), table)
        self.assertGreater(self.query(f"select count(*) from {self.parquet('indicators')}")[0][0], 200)
        self.assertEqual(self.query(f"select count(*) from {self.parquet('documents')}"), [(REPORTS,)])

    def test_columns_have_types(self):
        described = self.query(f"describe select * from {self.parquet('indicators')}")
        types = {name: kind for name, kind, *_ in described}
        expected = {"document": "VARCHAR", "value": "DECIMAL(38,9)", "start": "DATE", "doubts": "VARCHAR[]", "row": "BIGINT"}
        self.assertEqual({name: types[name] for name in expected}, expected)
        values = "select document, row::varchar, value, start::varchar, \"end\"::varchar, unit, name from "
        csv = f"""(select document, "row", value::decimal(38,9) as value, start, "end", unit, name
                   from read_csv('{self.folder}/csv/indicators/*.csv', all_varchar=true, header=true))"""
        self.assertEqual(self.query(f"{values} {self.parquet('indicators')} except all select * from {csv}"), [])
        posts = self.query(f"""select count(*) from {self.parquet('posts')} posts join {self.parquet('people')} people
                               on posts.document = people.document and posts.person_row = people.row
                               where posts.person = people.name""")
        self.assertEqual(posts, self.query(f"select count(*) from {self.parquet('posts')}"))

    def test_failures_are_rows(self):
        rows = self.query(f"select document, line, code from {self.parquet('errors')} order by line")
        self.assertEqual(rows, [(f"{self.reports}:6", 6, "json"), ("empty", 7, "input"), ("7", 8, "date")])

    def test_spark_gives_the_table_of_the_command_line(self):
        out = self.folder / "spark"
        self.spark("indicators.py", "--partitions", 3, self.reports, out)
        self.same_as_command_line(out / "indicators")
        errors = self.query(f"select code from read_parquet('{out}/errors/*.parquet') order by code")
        self.assertEqual(errors, [("date",), ("input",), ("json",)])

    def test_spark_reads_frames(self):
        documents, out = self.folder / "documents.parquet", self.folder / "frames"
        columns = "{id: 'VARCHAR', text: 'VARCHAR', date: 'VARCHAR'}"
        duckdb.sql(f"copy (from read_json('{self.reports}', ignore_errors=true, columns={columns})) to '{documents}'")
        self.spark("frames.py", documents, out)
        self.same_as_command_line(out)

    def spark(self, job, *arguments):
        """Runs a job of the examples on two local workers."""
        environment = os.environ | {
            "PYSPARK_PYTHON": sys.executable,
            "PYSPARK_SUBMIT_ARGS": "--master local[2] --conf spark.ui.enabled=false pyspark-shell",
            "PYTHONPATH": str(ROOT / "examples/spark"),
            "SPARK_LOCAL_IP": "127.0.0.1",
        }
        run(sys.executable, ROOT / "examples/spark" / job, "--yaolan", BUILT / "yaolan", *arguments, env=environment)

    def same_as_command_line(self, table):
        # The lists of Spark and of the command line differ in whether an element could be null, not in what they hold.
        here = self.query(f"select * from {self.parquet('indicators')} order by document, row")
        there = self.query(f"select * from read_parquet('{table}/*.parquet') order by document, row")
        self.assertGreater(len(here), 200)
        self.assertEqual(here, there)


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=2).result
    failed = len(result.failures) + len(result.errors)
    # In the words in which node's test runner sums up.
    print(f"pass {result.testsRun - failed - len(result.skipped)}\nfail {failed}\nskipped {len(result.skipped)}")
    sys.exit(1 if failed else 0)
