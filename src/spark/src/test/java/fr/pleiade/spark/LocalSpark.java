package fr.pleiade.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark in this process, one for all tests. */
final class LocalSpark {
    static final JavaSparkContext CONTEXT = new JavaSparkContext(SparkMap.quiet(
            new SparkConf().setMaster("local[2]").setAppName("tests").set("spark.ui.enabled", "false")));

    private LocalSpark() {}
}
