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
    "invited paper", "tutorial", "poster", "doctoral consortium", "panel", "supplementary", "part a", "part b",
    "part c",
)  # fmt: skip

#: The same, but only at the beginning of a title: "error correction" is a subject.
OPENERS = (
    "(?:author |publisher )?correction", "corrigendum", "erratum", "errata", "addendum", "retracted", "retraction",
    "withdrawn", "reply", "rejoinder", "rebuttal", "comments? on", "response to", "discussion of", "review (?:of|for)",
    "faculty opinions recommendation",
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
    accelerated accelerates accent accept action actions adapt adapted adapter adapting adaption adaptive adaptor
    adopt adopting adoption adoptive advanced advances adverse aerial after alone along altar alter among analog
    analogy analyse analyses analysing analysis analysts analyze analyzer analyzing angel angle angular annular area
    arena ascent assemble assembly assent asset atrial attributed attributes auction auctions automata automate
    automation automaton averse back balls band based bases basic basin basis batched batches bayes beans beast beat
    beating beats being bells best betting biased biases bidding bilstm bind binding binds birds black blend blind
    block bloom blstm bones books boom boost boot boots boxes brand bread break breast bridged bridges bridging
    bring bringing broad cace cache cages calls care carer cascaded cascades case cases casual categorial
    categorical causal cause causes cells certifiable certifiably chain chair chaos charm chart chat chats cheap
    cheat chess chest chord chore classes claude clause clauses clean clear cloning close closed closer closing
    cloze clustered cluttered coarse code codec coded coder codes colon colony color comic competing complement
    completing compliment compute computed computer computing conic connection content context controlled controller
    convection conviction coordinated coordinates core cores correlated correlates cosmic course cover creation
    cremation cubes cues dairy dcnns death decay decent decide decode decoder dejection delay demosaicing
    demosaicking dependence dependency depth deriving descent desert desks dessert detection device devise diary
    difficult difficulty discover discovery disks distilled distiller dnns double doubly draft drift driven driver
    driving economics economies editing edits ejection election electron emergence emergency enabled enables encode
    encoded encoder encoders encodes ensembled ensembles epitome epitope estimated estimates even event exist
    existing exit exiting exits expensive extensive face faces facet fact faction facts farther fast faster father
    feast feeds feels fiber fibre fiction fight filler filter finds fine finer fines fire firing fixed fixes fixing
    flame flight floor flour font forced form formal formant format formed former forms forum forums foster four
    fraction frame freight friction fright front full fully further gain gains games gans gated gates gene generated
    generates generic genetic genre global glocal golds goods grad grade grain grand guaranteed guarantees heads
    heals health healthy hear hearing heart heat heating horse house human humane humans hypotheses hypothesis idea
    ideal identify identity improved improves indexed indexes india indic indices induced induces infection infer
    infinite infinity inflection injection inner inter internal interval join joint judgement judgements judgment
    judgments kinds kings labeling labelling large larger laser last late latent later lateral latest latter lawyer
    layer leads leak leaks leaky lean leaning leaps learn learned learner learning least lesion lessen lesson
    lifting lineal linear lines links listing literal live liver llama llava loads logic logit loner longer looks
    looms loops loose lose loses loss losses lossy lower luna lunar macro macroscopic make maker makers makes making
    marital marker markers market markets martial masking masks mass match math maxima maximal meal meals means
    meats medal meets mental meta metal meter metre micro microscopic mind minds mine mined miner mines minima
    minimal minimax mining mixed mixer mixing modal modality mode model modeling modelling models modes modulated
    modulates module modulo molds monaural monoaural moocs moods moons moral morale morality morph morpho mortality
    move movie multilayer multiplayer multiple multiplex naive named names nation native neural neutral nodes noise
    noisy notes notion observed observer older optical optima optimal optimize optimized optimizer order
    overparameterized overparametrized pace paced packed packet pain pains paint painting pairs pane panel
    parameterization parametrization parity parse parsed parser parsing part parts party passing past paste patch
    patent path patient paying peace perception perceptron person persona personal personas phase phases phone
    phrase phrases pick picky pilot pint pitch pivot place plain plan planar plane planer planes planet planner
    plant plants plate player playing plot pocket point pointing polar police policy polity poplar popular ports
    pose poses posterior posteriori posteriors posts potent potts precise premise prescribe presenting preventing
    priced prices pricing priming principled principles print prion prior probable probe probing produce product
    project projected projection promoting prompting prone pros proscribe prose protect protected protection
    provable provably prove proving prox proxy prune quantified quantifier quantile quantize quantized quantizer
    quiet quite racial radial radio range ratio rational rationale read reads ready reals recognize recognizer
    rectified rectifier refraction regularized regularizer related relating relaxed relaxing relay
    reparameterization reparametrization replay reply resolution resourced resources ressources retraction
    revolution roads robot robots roles rooms root roots rouge rough route routed router rules runge sales salience
    saliency sample sampled sampler samplers samples sars scale scaled scales scans scarce scare scene scent schema
    scheme scope scoping score scores scoring seal seals seats seed seeds seeing seeking seeks segmented segmenter
    self sell sells sens sense sensor sensors sensory serve server sets shade shake shap shape shaped shapes shaping
    share shared sharing sharp sheared sheep shelf shell shift shifting shoot shopping short shorts shot shots shows
    side sided sift sifting signed signet signs silver simple simpler simplex simulated sing single singly sings
    sinks site sites sized sizes skill slack slate sleep slice slide slots small smart snore solar sold solid solve
    solved solver sonar sore sort sorts sourced sources space spaced spaces spans spare spark sparse sparser speak
    spectra spectral speed speeding spell spending spice spike spin spine splatting spline splitting spore spores
    sport sports spot spots squared squares stack stage stair stake stall star stars start state states static
    statin stationary stationery statue status statute steak steal steam steel steep steer stein step stern still
    stimulated stitchable stitching stock stone stopping store storing story streak stream string strong structured
    structures suite summarize summarizer supervised supervises swift swin swing switchable switching synonym
    synonyms synonymy table tabular tagged tagger tail taking tale talking tamil taming teams terms tests texts
    tfold them theme there thin thing think thorough though thought thread threat three through ties times timing
    told tonal tones tonic topic topical topological topology total touch tough toxic trace tracing track tracking
    tract trade trading trail trails train traits transferable transferrable transformed transformer tree trial
    trials trick triple triples triplet triplets tropical truck tubular tumor tuned tunes tunic tuning turing tutor
    tying typed types typical typing typological typology unit unite united units unlabeled unlabelled untie untied
    update updated updater updates users uses valley valued values vector victor viral virion vision vital volley
    waive wander warms wave weeds weeks weigh weight wells were what wheat where whet while white whole width wills
    winds wings wins witch with wolf wolfe wonder woods word words works world worlds worms write wrote yearn years
    """
)
