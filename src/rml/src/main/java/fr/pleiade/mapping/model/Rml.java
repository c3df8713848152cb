package fr.pleiade.mapping.model;

import fr.pleiade.rdf.Vocabulary;
import java.util.Set;

/**
 * The vocabulary of today's RML, one constant per term that the engine understands.
 *
 * @see <a href="http://w3id.org/rml/portal/">the RML ontology portal</a>
 */
public final class Rml {
    public static final String NAMESPACE = "http://w3id.org/rml/";
    public static final String CSVW = Vocabulary.CSVW;
    public static final String TYPE = Vocabulary.RDF + "type";

    public static final String TRIPLES_MAP = NAMESPACE + "TriplesMap";
    public static final String LOGICAL_SOURCE = NAMESPACE + "logicalSource";
    public static final String BASE_IRI = NAMESPACE + "baseIRI";
    public static final String SUBJECT_MAP = NAMESPACE + "subjectMap";
    public static final String SUBJECT = NAMESPACE + "subject";
    public static final String CLASS = NAMESPACE + "class";
    public static final String PREDICATE_OBJECT_MAP = NAMESPACE + "predicateObjectMap";
    public static final String PREDICATE_MAP = NAMESPACE + "predicateMap";
    public static final String PREDICATE = NAMESPACE + "predicate";
    public static final String OBJECT_MAP = NAMESPACE + "objectMap";
    public static final String OBJECT = NAMESPACE + "object";
    public static final String GRAPH_MAP = NAMESPACE + "graphMap";
    public static final String GRAPH = NAMESPACE + "graph";
    public static final String DEFAULT_GRAPH = NAMESPACE + "defaultGraph";
    public static final String PARENT_TRIPLES_MAP = NAMESPACE + "parentTriplesMap";
    public static final String JOIN_CONDITION = NAMESPACE + "joinCondition";
    public static final String CHILD_MAP = NAMESPACE + "childMap";
    public static final String CHILD = NAMESPACE + "child";
    public static final String PARENT_MAP = NAMESPACE + "parentMap";
    public static final String PARENT = NAMESPACE + "parent";
    public static final String CONSTANT = NAMESPACE + "constant";
    public static final String REFERENCE = NAMESPACE + "reference";
    public static final String TEMPLATE = NAMESPACE + "template";
    public static final String TERM_TYPE = NAMESPACE + "termType";
    public static final String LANGUAGE_MAP = NAMESPACE + "languageMap";
    public static final String LANGUAGE = NAMESPACE + "language";
    public static final String DATATYPE_MAP = NAMESPACE + "datatypeMap";
    public static final String DATATYPE = NAMESPACE + "datatype";

    public static final String SOURCE = NAMESPACE + "source";
    public static final String REFERENCE_FORMULATION = NAMESPACE + "referenceFormulation";
    public static final String CSV = NAMESPACE + "CSV";
    public static final String ITERATOR = NAMESPACE + "iterator";
    public static final String PATH = NAMESPACE + "path";
    public static final String ROOT = NAMESPACE + "root";
    public static final String MAPPING_DIRECTORY = NAMESPACE + "MappingDirectory";
    public static final String WORKING_DIRECTORY = NAMESPACE + "CurrentWorkingDirectory";
    public static final String ENCODING = NAMESPACE + "encoding";
    public static final String COMPRESSION = NAMESPACE + "compression";
    public static final String VIEW_ON = NAMESPACE + "viewOn";
    public static final String FIELD = NAMESPACE + "field";
    public static final String FIELD_NAME = NAMESPACE + "fieldName";
    public static final String LEFT_JOIN = NAMESPACE + "leftJoin";
    public static final String INNER_JOIN = NAMESPACE + "innerJoin";
    public static final String PARENT_LOGICAL_VIEW = NAMESPACE + "parentLogicalView";
    public static final String LOGICAL_TARGET = NAMESPACE + "logicalTarget";
    public static final String TARGET = NAMESPACE + "target";
    public static final String SERIALIZATION = NAMESPACE + "serialization";
    public static final String NULL = NAMESPACE + "null";

    /** Of a source whose lines are records in JSON: its columns, a line {@code name: path | path} each. */
    public static final String MEMBERS = "https://w3id.org/pleiade/source#members";

    public static final String FUNCTION_EXECUTION = NAMESPACE + "functionExecution";
    public static final String FUNCTION = NAMESPACE + "function";
    public static final String FUNCTION_MAP = NAMESPACE + "functionMap";
    public static final String INPUT = NAMESPACE + "input";
    public static final String PARAMETER = NAMESPACE + "parameter";
    public static final String PARAMETER_MAP = NAMESPACE + "parameterMap";
    public static final String INPUT_VALUE = NAMESPACE + "inputValue";
    public static final String INPUT_VALUE_MAP = NAMESPACE + "inputValueMap";
    public static final String RETURN = NAMESPACE + "return";
    public static final String RETURN_MAP = NAMESPACE + "returnMap";
    public static final String CONDITION = NAMESPACE + "condition";

    /** The properties that a mapping may use; any other of the namespace is a spelling mistake. */
    public static final Set<String> PROPERTIES = Set.of(
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
