"""Tables behind the comparison of titles: words that make another work, words that make no difference."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set: a table that can be read aloud."""
    return frozenset(text.split())


#: Words of grammar: one of them added, dropped or exchanged is a slip of memory, not another title. `not`, `non`,
#: `without`, `beyond` and `towards` are missing on purpose: they change what a title says.
FUNCTION_WORDS = word_set(
    "a an the of in on for with to and or by from at as via using over into within is are its their"
)

#: Words that turn what a title says: with or without one of them it is another paper.
TURNING = word_set("not no non without un semi self anti pre post sub multi bi uni hyper beyond against")

#: Words by which the papers of one group differ: one of these in the place of another is another paper.
OPPOSING = word_set(
    "online offline upper lower local global linear nonlinear discrete continuous finite infinite minimum maximum "
    "minimal maximal centralized decentralized distributed symmetric asymmetric deterministic stochastic supervised "
    "unsupervised positive negative static dynamic fast faster slow deep shallow single multiple small large short "
    "long strong weak forward backward horizontal vertical hard soft easy black white male female theory practice "
    "training inference encoder decoder theoretical empirical experimental synthesis analysis recognition generation "
    "intra inter convex nonconvex concave sparse dense image video text speech audio language vision"
)

#: Numbers in words and in roman figures, as the digits they stand for. `i`, `v`, `x` alone are letters more often.
NUMERALS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12",
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
}  # fmt: skip

#: Words and phrases (in normal form) that name another kind of publication: with and without them are two works.
MARKERS = (
    "extended abstract", "student abstract", "abstract reprint", "journal track", "keynote", "invited talk",
    "invited paper", "tutorial", "poster", "correction", "corrigendum", "erratum", "errata", "addendum", "retracted",
    "retraction", "reply", "rejoinder", "rebuttal", "comment on", "comments on", "response to", "discussion of",
    "doctoral consortium", "panel", "supplementary", "part a", "part b", "part c",
)  # fmt: skip

#: Words that open a cut part ("Part 2") by which works of a series differ.
SERIES = frozenset(("part", "volume", "vol", "chapter", "supplement", "appendix", "version"))

#: What people and tools leave behind a title; it is no part of it.
TRAILERS = (("arxiv", "preprint"), ("corr",), ("preprint",), ("arxiv",))

#: British and other spellings (a piece of a word) and the one they are compared as.
SPELLINGS = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("ise", "ize"), ("ysing", "yzing"),
    ("ysed", "yzed"), ("yse", "yze"), ("our", "or"), ("lling", "ling"), ("lled", "led"), ("ller", "ler"),
    ("ogue", "og"), ("tre", "ter"), ("fence", "fense"), ("parameteri", "parametri"), ("artefact", "artifact"),
)  # fmt: skip

#: Endings of plurals and the singular's ending; the first that fits counts.
PLURALS = (
    ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("eses", "esis"), ("yses", "ysis"),
    ("ices", "ix"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip

#: Words one letter from another word of the field (`optimal`, `optical`): between two of these there is no typing
#: error. Taken from the words that stand in at least two of 20,000 titles, with well-known pairs of the language.
NEAR_WORDS = word_set(
    """
    accelerated accelerates accent accept across action actions actor actors acyclic adapt adapted adapter adapting
    adaption adaptive adaptor adder adding adopt adopting adoption adoptive advanced advances adverse aerial affect
    affective after aided aiming allusion alone along altar alter amodal among analog analogy analyse analyses
    analysing analysis analysts analyze analyzer analyzing angel angle angular annular armed around article articles
    ascent asking assemble assembly assent asset asymmetric asynchronous atrial attributed attributes atypical
    auction auctions automata automate automation automaton averse babel bagging balls based bases basic basin basis
    batch batched batches batching bayes beating beats betting biased biases bidding bilstm binding bionic black
    blend blind block blstm bound bounding bounds brain brand bridged bridges bridging bringing buffer calls
    cascaded cascades cases casual catalog catch categorial categorical causal cause causes cells censor certifiable
    certifiably chaos chats chess chest chord chore class classes claude clause clauses clean cleaning clear
    clipping cloning close closed closer closing cloze clustered cluttered coarse codec coded coder codes colon
    colony color comic comparison competing complement completing complexity compliment compute computed computer
    computing conic connection content context contexts controlled controller convection conviction coordinated
    coordinates coral correlated correlates cosmic costs cough course cover crack cracking craft crafting cream
    creation cremation cross cyclic dairy datalog death decay decent deceptive decide decode decoder deduction
    defined defining degeneration dejection delay demosaicing demosaicking dense dependence dependency depth
    deriving descent desert dessert detection device devise devolution diary difficult difficulty discover discovery
    distilled distiller double doubly draft dream drift driven driver driving drone duality during early earning
    eating economics economies editing edits effect effective eight ejection elastic elasticity elation election
    electron emerge emergence emergency emerging emotion enabled enables encode encoded encoder encoders encodes
    ensembled ensembles ensure epitome epitope estimated estimates evaluation evolution exist existing exiting exits
    expensive extensive faces facet facial faction factor factors facts farther faster father fever fiber fibre
    fiction field fight filler filter finding finer firing fixed fixes fixing flame flight flipping floor flour
    focal fooling forced formal formant format formed former forms forth forums foster found fraction frame freight
    friction fright further fusing games gated gates gating generated generates generic genetic getting giving glass
    global glocal goose grade grading grafting grain grained grand ground grounding guaranteed guarantees harmed
    health healthy hearing heating height homography horse hough house human humane humans humor hypotheses
    hypothesis identification identify identity illusion improved improves indexed indexes india indic indices
    induced induces infection infer infinite infinity inflection injection inner insure inter internal interval
    ionic ising iterate joint judgement judgements judgment judgments killer label labeling labelling ladder large
    larger laser latent later lateral latest latter lawyer layer laying leader leaning learned learner learning
    lenses lesion lessen lesson lexical lifting light lighter lineal linear links listing literal literate living
    llama llava local logic logit loner longer loose loses losing losses lotion lower macro macroscopic maker makers
    makes making marital marker markers market markets martial masking masks massive match matched matching matter
    maturation maxima maximal meaning medal media mental merge merging metal meter methods metre micro microscopic
    mined miner minima minimal minimax mining mixed mixer mixing modal modality model modeling modelling models
    modes modular modulated modulates module modules modulo molar monaural monoaural moral morale morality morph
    morpho mortality motion multilayer multiplayer multiple multiplex naive named names nation national native
    nearly needs neural neutral never nodal nodes nodular nodule noise noisy normal norms notes notion nuclear
    observed observer older onion optical optima optimal optimize optimized optimizer option order outer
    overparameterized overparametrized paced packed packet padding painting parameterization parametrization parity
    parse parsed parser parsing partial particle particles parts party passing passive patch patches patent patient
    paying peace pedal perception perceptron person persona personal personas phase phases phone phrase phrases
    pilot pitch pivot place planar plane planer planes planet planner plant plants plastic plasticity plate player
    playing pocket point pointing polar police policy polity pooling poplar popular poses posterior posteriori
    posteriors posts potent potion potts power precise preference preferences premise preordering prescribe
    presenting pretraining preventing priced prices pricing priming principled principles prion prior probable probe
    probing produce product project projected projection promoting prompting prone proscribe prose protect protected
    protection provable provably prove proving prune quality quantified quantifier quantile quantize quantized
    quantizer quiet quite racial radial radio raining range rates rather rating ratio ration rational rationale
    reaching reader recent receptive recognize recognizer rectified rectifier reduction reference references refined
    refining refraction regeneration regularized regularizer rejection related relating relation relaxed relaxing
    relay reordering reparameterization reparametrization replay reply resolution resourced resources ressources
    retraction retraining revolution right robots roles roots rouge rough round rounding route routed router rules
    rumor runge sales salience saliency sample sampled sampler samplers samples saturation scaled scales scans scene
    scent schema scheme scope scoping score scores scoring sector seduction seeds seeing seeking segmented segmenter
    selection sense senses sensor sensors sensory serial serve server setting shade shake shape shaped shapes
    shaping share shared sharing sharp sheared sheep shift shifting shopping shorts shots shows sided sifting sight
    signed signet silver simple simpler simplex simulated single singly sinks sites sized sizes skill slate sleep
    slice slide small smart solar solve solved solver sonar sonic sound sounds sourced sources space spaced spaces
    spans spare spark sparse sparser speak specialize spectra spectral speeding spending spice spike spine splatting
    spline splitting spores sports spots squared squares stable stack stage stake stall stars start state states
    static statin stationary stationery statue status statute steak steal steam steel steep steer still stimulated
    stitchable stitching stock stopping storing straining streak stream string strong structured structures suffer
    suite summarize summarizer supervised supervises swift switch switchable switching symmetric synchronous synonym
    synonyms synonymy system systems table tabular tagged tagger tagging taking talking taming tasks teaching tense
    tensor tensors terms tests texts there thorough though thought thread threat three through tight tighter timing
    tomography tonal tonic topic topical topological topology total touch tough tower toxic trace tracing track
    tracking tract traction trade trading trail trails train trained training traits transferable transferrable
    transformed transformer trial trials trick triple triples triplet triplets tropical truck tubular tumor tunic
    tuning turban turing tutor tying typed types typical typing typological typology unclear union unite united
    units unlabeled unlabelled untie untied update updated updater updates urban using valley valuation valued
    values vector verse victor viral virion vision vital vocal volley waive walking wander water weigh weight where
    while white whole witch wonder words works worlds worth write wrote yield zonal
    """
)
