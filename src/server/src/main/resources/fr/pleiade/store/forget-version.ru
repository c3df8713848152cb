PREFIX dct: <http://purl.org/dc/terms/>

# Which release is there is about to change.
DELETE WHERE { GRAPH <urn:pleiade:published> { <urn:pleiade:published> dct:hasVersion ?version } }
