package fr.pleiade.mapping;

import java.util.Set;

/**
 * The vocabulary of today's RML, one constant per term that the engine understands.
 *
 * @see <a href="http://w3id.org/rml/portal/">the RML ontology portal</a>
 */
final class Rml {
    static final String NAMESPACE = "http://w3id.org/rml/";
    static final String CSVW = "http://www.w3.org/ns/csvw#";
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    static final String TRIPLES_MAP = NAMESPACE + "TriplesMap";
    static final String LOGICAL_SOURCE = NAMESPACE + "logicalSource";
    static final String BASE_IRI = NAMESPACE + "baseIRI";
    static final String SUBJECT_MAP = NAMESPACE + "subjectMap";
    static final String SUBJECT = NAMESPACE + "subject";
    static final String CLASS = NAMESPACE + "class";
    static final String PREDICATE_OBJECT_MAP = NAMESPACE + "predicateObjectMap";
    static final String PREDICATE_MAP = NAMESPACE + "predicateMap";
    static final String PREDICATE = NAMESPACE + "predicate";
    static final String OBJECT_MAP = NAMESPACE + "objectMap";
    static final String OBJECT = NAMESPACE + "object";
    static final String GRAPH_MAP = NAMESPACE + "graphMap";
    static final String GRAPH = NAMESPACE + "graph";
    static final String DEFAULT_GRAPH = NAMESPACE + "defaultGraph";
    static final String PARENT_TRIPLES_MAP = NAMESPACE + "parentTriplesMap";
    static final String JOIN_CONDITION = NAMESPACE + "joinCondition";
    static final String CHILD_MAP = NAMESPACE + "childMap";
    static final String CHILD = NAMESPACE + "child";
    static final String PARENT_MAP = NAMESPACE + "parentMap";
    static final String PARENT = NAMESPACE + "parent";
    static final String CONSTANT = NAMESPACE + "constant";
    static final String REFERENCE = NAMESPACE + "reference";
    static final String TEMPLATE = NAMESPACE + "template";
    static final String TERM_TYPE = NAMESPACE + "termType";
    static final String LANGUAGE_MAP = NAMESPACE + "languageMap";
    static final String LANGUAGE = NAMESPACE + "language";
    static final String DATATYPE_MAP = NAMESPACE + "datatypeMap";
    static final String DATATYPE = NAMESPACE + "datatype";

    static final String SOURCE = NAMESPACE + "source";
    static final String REFERENCE_FORMULATION = NAMESPACE + "referenceFormulation";
    static final String CSV = NAMESPACE + "CSV";
    static final String ITERATOR = NAMESPACE + "iterator";
    static final String PATH = NAMESPACE + "path";
    static final String ROOT = NAMESPACE + "root";
    static final String MAPPING_DIRECTORY = NAMESPACE + "MappingDirectory";
    static final String WORKING_DIRECTORY = NAMESPACE + "CurrentWorkingDirectory";
    static final String ENCODING = NAMESPACE + "encoding";
    static final String COMPRESSION = NAMESPACE + "compression";
    static final String VIEW_ON = NAMESPACE + "viewOn";
    static final String FIELD = NAMESPACE + "field";
    static final String FIELD_NAME = NAMESPACE + "fieldName";
    static final String LEFT_JOIN = NAMESPACE + "leftJoin";
    static final String INNER_JOIN = NAMESPACE + "innerJoin";
    static final String PARENT_LOGICAL_VIEW = NAMESPACE + "parentLogicalView";
    static final String LOGICAL_TARGET = NAMESPACE + "logicalTarget";
    static final String TARGET = NAMESPACE + "target";
    static final String SERIALIZATION = NAMESPACE + "serialization";
    static final String NULL = NAMESPACE + "null";

    static final String FUNCTION_EXECUTION = NAMESPACE + "functionExecution";
    static final String FUNCTION = NAMESPACE + "function";
    static final String FUNCTION_MAP = NAMESPACE + "functionMap";
    static final String INPUT = NAMESPACE + "input";
    static final String PARAMETER = NAMESPACE + "parameter";
    static final String PARAMETER_MAP = NAMESPACE + "parameterMap";
    static final String INPUT_VALUE = NAMESPACE + "inputValue";
    static final String INPUT_VALUE_MAP = NAMESPACE + "inputValueMap";
    static final String RETURN = NAMESPACE + "return";
    static final String RETURN_MAP = NAMESPACE + "returnMap";
    static final String CONDITION = NAMESPACE + "condition";

    /** The properties that a mapping may use; any other of the namespace is a spelling mistake. */
    static final Set<String> PROPERTIES = Set.of(
            LOGICAL_SOURCE,
            BASE_IRI,
            SUBJECT_MAP,
            SUBJECT,
            CLASS,
            PREDICATE_OBJECT_MAP,
            PREDICATE_MAP,
            PREDICATE,
            OBJECT_MAP,
            OBJECT,
            GRAPH_MAP,
            GRAPH,
            PARENT_TRIPLES_MAP,
            JOIN_CONDITION,
            CHILD_MAP,
            CHILD,
            PARENT_MAP,
            PARENT,
            CONSTANT,
            REFERENCE,
            TEMPLATE,
            TERM_TYPE,
            LANGUAGE_MAP,
            LANGUAGE,
            DATATYPE_MAP,
            DATATYPE,
            SOURCE,
            REFERENCE_FORMULATION,
            ITERATOR,
            PATH,
            ROOT,
            ENCODING,
            COMPRESSION,
            NULL,
            LOGICAL_TARGET,
            VIEW_ON,
            FIELD,
            FIELD_NAME,
            LEFT_JOIN,
            INNER_JOIN,
            PARENT_LOGICAL_VIEW,
            TARGET,
            SERIALIZATION,
            FUNCTION_EXECUTION,
            FUNCTION,
            FUNCTION_MAP,
            INPUT,
            PARAMETER,
            PARAMETER_MAP,
            INPUT_VALUE,
            INPUT_VALUE_MAP,
            RETURN,
            RETURN_MAP,
            CONDITION);

    private Rml() {}
}
