"""Reads every file of a folder or bucket with fuhe on Spark and writes the tables of a batch as Parquet:

    spark-submit --master 'local-cluster[2,1,1024]' --files fuhe samples/spark/fuhe_job.py published/ tables/

The columns are those of render/bulk/README.md. The second argument may be any folder Spark writes to; what follows goes to fuhe worker.
"""
import json
import os
import subprocess
import sys

import pandas as pd
from pyspark import SparkFiles
from pyspark.sql import SparkSession, functions as f

D = "decimal(38,18)"
TABLES = {
    "documents": "path sha256 format status reason code pages:int forms:int seconds:double bytes:bigint",
    "forms": "sha256 form:int path title year department implementer project layout profile money_unit "
             + " ".join(f"{name}:{D}" for name in ("initial_budget adjusted_budget executed execution_rate budget_weight "
                                                   "budget_score total_weight total_score").split())
             + " grade " + " ".join(f"{name}:int" for name in "indicators errors warnings notes figures agree differ judgement unchecked".split()),
    "figures": f"sha256 form:int field label text value:{D} unit class because place",
    "findings": "sha256 form:int id rule severity field published recomputed cause root message title label place effect working",
}


def ask(batches, options):
    """Has one fuhe worker read the files of a partition; gives (path, sha256, table, row) for every row of every table."""
    fuhe = SparkFiles.get("fuhe")
    os.chmod(fuhe, 0o755)
    with subprocess.Popen([fuhe, "worker", "--tables", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        for batch in batches:
            rows = []
            for path, content in zip(batch["path"], batch["content"]):
                worker.stdin.write(json.dumps({"id": path, "name": path, "size": len(content)}).encode() + b"\n" + content)
                worker.stdin.flush()
                answer = json.loads(worker.stdout.readline())
                sums = {row[1] for row in answer["tables"]["documents"]}
                for table, given in answer["tables"].items():
                    own = 1 if table == "documents" else 0  # the column of sha256
                    rows += [(path, row[own], table, row) for row in given if row[own] in sums]
            yield pd.DataFrame(rows, columns=["path", "sha256", "tbl", "row"])
        worker.stdin.close()


def main(source, out, options):
    spark = SparkSession.builder.appName("fuhe").config("spark.network.timeout", "600s").getOrCreate()
    files = (spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(source)
             .select("path", "content").repartition(spark.sparkContext.defaultParallelism * 10))
    answers = files.mapInPandas(lambda batches: ask(batches, options), "path string, sha256 string, tbl string, row array<string>")
    answers.write.mode("overwrite").parquet(out + "/answers")  # read once; the tables are made of this
    answers = spark.read.parquet(out + "/answers")
    # A content that stands under several paths has its forms once, as in a batch.
    first = answers.where("sha256 <> ''").groupBy("sha256").agg(f.min("path").alias("path"))
    for table, columns in TABLES.items():
        rows = answers.where(f.col("tbl") == table)
        if table != "documents":
            rows = rows.join(first, ["sha256", "path"], "leftsemi")
        names = [column.partition(":") for column in columns.split()]
        rows.select(*[(f.expr(f"try_cast(row[{i}] as {kind})") if kind else f.col("row")[i]).alias(name) for i, (name, _, kind) in enumerate(names)]) \
            .write.mode("overwrite").option("compression", "zstd").parquet(f"{out}/{table}")
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
