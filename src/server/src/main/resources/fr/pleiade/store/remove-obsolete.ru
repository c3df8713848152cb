PREFIX dct: <http://purl.org/dc/terms/>

# Graphs that an earlier release had and this one has not.
DELETE { GRAPH ?graph { ?s ?p ?o } }
WHERE {
  GRAPH <urn:pleiade:published> {
    ?graph dct:isPartOf ?earlier
    FILTER NOT EXISTS { <urn:pleiade:published> dct:hasVersion ?version . ?graph dct:isPartOf ?version }
  }
  GRAPH ?graph { ?s ?p ?o }
} ;

# The list of what earlier releases had.
DELETE { GRAPH <urn:pleiade:published> { ?graph dct:isPartOf ?earlier } }
WHERE {
  GRAPH <urn:pleiade:published> {
    ?graph dct:isPartOf ?earlier
    FILTER NOT EXISTS { <urn:pleiade:published> dct:hasVersion ?earlier }
  }
}
