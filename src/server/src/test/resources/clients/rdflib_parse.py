"""Reads each address in each format as rdflib asks for it; prints a line for each: address, format, triples or the error."""
import sys
from rdflib import Graph

base = sys.argv[1]
for path in sys.argv[2:]:
    for form in (None, "turtle", "xml", "json-ld", "nt"):
        try:
            graph = Graph().parse(base + path, format=form) if form else Graph().parse(base + path)
            print(path, form, len(graph), sep="\t")
        except Exception as error:  # whatever goes wrong is what the test is to show
            print(path, form, type(error).__name__ + ": " + str(error).splitlines()[0], sep="\t")
