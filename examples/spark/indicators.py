"""Turns a corpus into the table of indicators on Apache Spark.

    spark-submit --files yaolan examples/spark/indicators.py --yaolan ./yaolan INPUT OUTPUT

INPUT is JSON lines with the fields id, text and, where known, date; OUTPUT gets two Parquet tables, indicators and
errors. Every partition of the documents is piped through one process of the command line, which is all that the
workers need. See README.md beside this file.
"""

import argparse
import json
import shlex
from datetime import date
from decimal import Decimal

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql.types import (
    ArrayType,
    DateType,
    DecimalType,
    LongType,
    StringType,
    StructField,
    StructType,
)

EXACT = DecimalType(38, 9)
WORDS = ArrayType(StringType())

# The columns of the command line's own table, in its order.
INDICATORS = StructType(
    [
        StructField("document", StringType(), nullable=False),
        StructField("row", LongType()),
        StructField("name", StringType()),
        StructField("text", StringType()),
        StructField("value", EXACT),
        StructField("max", EXACT),
        StructField("unit", StringType()),
        StructField("comparator", StringType()),
        StructField("kind", StringType()),
        StructField("status", StringType()),
        StructField("subject", StringType()),
        StructField("start", DateType()),
        StructField("end", DateType()),
        StructField("baseline", StringType()),
        StructField("key", StringType()),
        StructField("doubts", WORDS),
        StructField("derivation", WORDS),
        StructField("start_offset", LongType()),
        StructField("end_offset", LongType()),
        StructField("rule", StringType()),
    ]
)
ERRORS = StructType(
    [StructField(name, StringType(), nullable=name == "document") for name in ("document", "code", "reason")]
)


def day(words):
    return date.fromisoformat(words) if words else None


def exact(number):
    return None if number is None else Decimal(number)


def indicators(analysis):
    """The rows of one document."""
    for number, row in enumerate(analysis["indicators"]):
        computed = {
            "document": str(analysis["id"]),
            "row": number,
            "value": exact(row["value"]),
            "max": exact(row["max"]),
            "start": day(row["start"]),
            "end": day(row["end"]),
            "start_offset": row["span"]["start"],
            "end_offset": row["span"]["end"],
        }
        yield tuple(computed[name] if name in computed else row[name] for name in INDICATORS.names)


def failure(answer):
    """The row of a document that could not be analysed."""
    name = answer["id"]
    return None if name is None else str(name), answer["error"]["code"], answer["error"]["reason"]


def parse(line):
    # Decimals as they are written: a double would not be exact.
    return json.loads(line, parse_float=Decimal)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="JSON lines: files, a folder or a pattern that Spark can read")
    parser.add_argument("output", help="a folder that does not exist yet")
    parser.add_argument("--yaolan", default="./yaolan", help="the command line, as the workers find it")
    parser.add_argument("--partitions", type=int, help="how many pieces the documents are cut into")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("yaolan indicators").getOrCreate()
    documents = spark.sparkContext.textFile(arguments.input)
    if arguments.partitions:
        documents = documents.repartition(arguments.partitions)
    command = f"{shlex.quote(arguments.yaolan)} analyze --format jsonl -"
    # checkCode: a worker on which the command line cannot run fails the job instead of giving no rows.
    answers = documents.pipe(command, checkCode=True).persist(StorageLevel.DISK_ONLY)
    parsed = answers.map(parse)
    rows = parsed.filter(lambda answer: "error" not in answer).flatMap(indicators)
    spark.createDataFrame(rows, INDICATORS).write.parquet(f"{arguments.output}/indicators")
    failures = parsed.filter(lambda answer: "error" in answer).map(failure)
    spark.createDataFrame(failures, ERRORS).write.parquet(f"{arguments.output}/errors")
    spark.stop()


if __name__ == "__main__":
    main()
