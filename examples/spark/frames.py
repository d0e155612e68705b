"""The table of indicators of a DataFrame of documents, by mapInPandas.

    spark-submit --files target/release/yaolan --py-files examples/spark/indicators.py \\
        examples/spark/frames.py --yaolan ./yaolan INPUT OUTPUT

INPUT is a Parquet table with the columns id and text and, where known, date; OUTPUT gets the Parquet table of
indicators. Documents that cannot be analysed give no rows; indicators.py beside this file keeps a table of them.
"""

import argparse
import json
import subprocess

import pandas
from indicators import INDICATORS, indicators, parse
from pyspark.sql import SparkSession


def reader(yaolan):
    """What turns the frames of a partition into frames of indicators, with one process of the command line."""

    def read(frames):
        with subprocess.Popen(
            [yaolan, "analyze", "--format", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        ) as process:
            for frame in frames:
                rows = []
                # A line for a line: the command line answers each at once.
                for document in frame.to_dict("records"):
                    process.stdin.write(json.dumps(document, ensure_ascii=False, default=str) + "\n")
                    process.stdin.flush()
                    answer = process.stdout.readline()
                    if not answer:
                        raise RuntimeError(f"{yaolan} ended with {process.wait()}")
                    analysis = parse(answer)
                    if "error" not in analysis:
                        rows.extend(indicators(analysis))
                # Objects, so that Decimals, dates and empty cells stay what they are.
                yield pandas.DataFrame(rows, columns=INDICATORS.names, dtype=object)

    return read


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="a Parquet table of documents")
    parser.add_argument("output", help="a folder that does not exist yet")
    parser.add_argument("--yaolan", default="./yaolan", help="the command line, as the workers find it")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("yaolan frames").getOrCreate()
    documents = spark.read.parquet(arguments.input)
    documents.mapInPandas(reader(arguments.yaolan), INDICATORS).write.parquet(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()
