package fr.pleiade.cube;

import fr.pleiade.findings.Text;

/**
 * What a well-formed cube keeps: the constraints of the specification by their numbers, and what is asked for besides.
 *
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/#wf-rules">The RDF Data Cube Vocabulary, section 11.1, integrity constraints</a>
 */
public enum Constraint {
    IC_1("an observation belongs to one data set", "une observation appartient à un seul jeu d'observations"),
    IC_2("a data set has one structure", "un jeu d'observations a une seule structure"),
    IC_3("a structure has a measure", "une structure a une mesure"),
    IC_4("a dimension says what its values are", "une dimension dit ce que sont ses valeurs (rdfs:range)"),
    IC_5("a dimension of codes names its code list", "une dimension à codes nomme sa liste de codes"),
    IC_6("only attributes may be optional", "seuls les attributs peuvent être facultatifs"),
    IC_7("a slice key belongs to a structure", "une clé de tranche appartient à une structure"),
    IC_8(
            "a slice key is made of components of its structure",
            "une clé de tranche est faite de composants de sa structure"),
    IC_9("a slice has one structure", "une tranche a une seule structure"),
    IC_10(
            "a slice has a value for each dimension of its key",
            "une tranche a une valeur pour chaque dimension de sa clé"),
    IC_11("an observation has a value for each dimension", "une observation a une valeur pour chaque dimension"),
    IC_12(
            "no two observations have the same value for every dimension",
            "deux observations n'ont pas les mêmes valeurs pour toutes les dimensions"),
    IC_13(
            "an observation has a value for each attribute that is required",
            "une observation a une valeur pour chaque attribut obligatoire"),
    IC_14("an observation has a value for each measure", "une observation a une valeur pour chaque mesure"),
    IC_15(
            "an observation has a value for the measure that it names",
            "une observation a une valeur pour la mesure qu'elle nomme"),
    IC_16(
            "an observation that names its measure has no other",
            "une observation qui nomme sa mesure n'en a pas d'autre"),
    IC_17(
            "where observations name their measures there is one for each measure",
            "là où les observations nomment leur mesure, il y en a une pour chaque mesure"),
    IC_18(
            "the observations of a slice belong to the slice's data set",
            "les observations d'une tranche appartiennent au jeu de la tranche"),
    IC_19("a code is of its dimension's code list", "un code fait partie de la liste de codes de sa dimension"),
    IC_20("a code is in its dimension's hierarchy", "un code est dans la hiérarchie de sa dimension"),
    IC_21(
            "a code is in its dimension's hierarchy, whose inverse property leads to it",
            "un code est dans la hiérarchie de sa dimension, à laquelle mène la propriété inverse"),
    ONE_VALUE(
            "an observation has one value of each component", "une observation a une seule valeur de chaque composant"),
    VARIED("a dimension has several values", "une dimension a plusieurs valeurs"),
    SUM("a total is the sum of its parts", "un total est la somme de ses parties"),
    FAR_YEAR(
            "the years of a cube are not far from one another",
            "les années d'un cube ne sont pas loin les unes des autres"),
    LINK_CUBE(
            "a cube in cube.link says what it is, who publishes it and since when",
            "un cube de cube.link dit ce qu'il est, qui le publie et depuis quand"),
    LINK_SET("a set in cube.link has observations", "un ensemble de cube.link a des observations"),
    LINK_CONSTRAINT(
            "a constraint in cube.link says of each property what it is called, how often and of which values it is",
            "une contrainte de cube.link dit de chaque propriété son nom, son nombre et ses valeurs"),
    LINK_OBSERVATION(
            "an observation in cube.link is as its cube's constraint says",
            "une observation de cube.link suit la contrainte de son cube"),
    VIEW(
            "a cube can be opened in cube.link's model: named, with numbers, each dimension of one kind of value",
            "un cube s'ouvre dans le modèle de cube.link : nommé, avec des nombres, chaque dimension d'une seule sorte de valeurs");

    private final Text rule;

    Constraint(String en, String fr) {
        this.rule = new Text(en, fr);
    }

    /** {@return what is to be kept, without a full stop} */
    public Text rule() {
        return rule;
    }

    /** {@return the name that the specification gives it: {@code IC-12}; of what it does not have, ours} */
    public String label() {
        return name().replace('_', '-');
    }
}
