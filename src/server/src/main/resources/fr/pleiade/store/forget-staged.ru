PREFIX dct: <http://purl.org/dc/terms/>

# What was staged is staged no more.
DELETE WHERE { GRAPH <urn:pleiade:published> { <urn:pleiade:published> dct:hasPart ?staged } }
