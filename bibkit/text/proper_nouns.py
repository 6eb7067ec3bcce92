"""Words that keep their capital in a sentence: names behind methods, languages, peoples, places, products.

Only words that mean little else (no `Frank`, `Apple`, `Turkey`): a wrong brace keeps a capital that a style
would have dropped.
"""

#: The names behind methods and theorems.
_PEOPLE = """
Abelian Arnoldi Banach Bayes Bayesian Bellman Bernoulli Bernstein Besov Bessel Bloom Boltzmann Boolean Borda Bregman
Brownian Bézier Carlo Cartesian Cauchy Chebyshev Chernoff Cholesky Chomsky Clifford Condorcet Coulomb Cox Cramér
Dantzig Darwin Darwinian Delaunay Dijkstra Dirichlet Doppler Earley Einstein Elo Erdős Euclid Euclidean Euler Eulerian
Farkas Fenchel Feynman Fibonacci Finsler Fokker Fourier Fredholm Frobenius Fréchet Gabor Galerkin Galois Gauss
Gaussian Gershgorin Gibbs Gini Givens Golomb Granger Grassmann Grassmannian Gröbner Gumbel Gödel Haar Hadamard
Hamilton Hamiltonian Hamming Hankel Hastings Hausdorff Hebb Hebbian Heisenberg Hellinger Hermite Hermitian Hessian
Hilbert Hoeffding Hopfield Hotelling Hough Householder Huber Huffman Hurst Hölder Ising Itô Jaccard Jacobi Jacobian
Jensen Kalman Kantorovich Karush Kendall Kneser Kolmogorov Koopman Kronecker Krylov Kuhn Kullback Kutta Kähler
Lagrange Lagrangian Lambertian Lanczos Langevin Laplace Laplacian Laurent Lebesgue Legendre Leibler Leibniz Levenberg
Levenshtein Lipschitz Lorentz Lorentzian Lorenz Luce Lyapunov Mahalanobis Mallows Markov Markovian Marquardt Matérn
Maxwell Minkowski Monge Monte Moreau Nadaraya Nash Navier Nelder Nesterov Newton Newtonian Ney Neyman Nyquist Nyström
Ornstein Otsu Pareto Parzen Pavlov Pearson Perron Petri Pitman Plackett Planck Poincaré Poisson Polyak Potts
Procrustes Pythagorean Rademacher Ramanujan Rayleigh Ricci Riemann Riemannian Runge Rényi Schrödinger Schur Schwarz
Seidel Shannon Shapley Sharpe Siamese Simpson Sinkhorn Sobolev Spearman Stackelberg Steiner Stiefel Stirling Stokes
Strassen Sylvester Taylor Thompson Tikhonov Toeplitz Tsallis Tukey Turing Uhlenbeck Vandermonde Vapnik Vickrey Viterbi
Volterra Voronoi Walsh Wasserstein Weierstrass Welch Wiener Wigner Winograd Woodbury Yor Zipf Zipfian
"""
#: Languages, peoples, religions.
_PEOPLES = """
African Afrikaans Albanian Algerian American Amharic Arab Arabic Argentinian Armenian Asian Assamese Australian
Austrian Azerbaijani Bangladeshi Basque Belarusian Belgian Bengali Bosnian Brazilian British Buddhist Bulgarian
Burmese Cantonese Catalan Catholic Chilean Chinese Colombian Confucian Coptic Croatian Cyrillic Czech Danish Dravidian
Dutch Egyptian English Estonian Ethiopian European Filipino Finnish Flemish French Galician Georgian German Germanic
Greek Gujarati Haitian Hakka Hausa Hebrew Hindi Hinglish Hungarian Iberian Icelandic Igbo Indian Indic Indonesian
Inuktitut Iranian Irish Islamic Israeli Italian Japanese Javanese Jewish Kannada Kashmiri Kazakh Khmer Konkani Korean
Kurdish Kyrgyz Lao Latin Latvian Lebanese Lithuanian Macedonian Malay Malayalam Malaysian Maltese Mandarin Manipuri
Maori Marathi Mexican Mongolian Moroccan Muslim Nepali Nigerian Norwegian Odia Oromo Pakistani Palestinian Pashto
Persian Peruvian Polish Portuguese Punjabi Quechua Roman Romanian Romansh Russian Sanskrit Saudi Scottish Serbian
Singaporean Sinhala Slavic Slovak Slovene Slovenian Somali Spanish Swahili Swedish Swiss Syrian Tagalog Taiwanese
Tamil Tatar Telugu Thai Tibetan Tigrinya Tunisian Turkic Turkish Ukrainian Urdu Uyghur Uzbek Vietnamese Welsh Wolof
Xhosa Yiddish Yoruba Zulu
"""
_PLACES = """
Africa Alberta Algeria Amsterdam Antarctic Antarctica Arctic Argentina Asia Atlanta Atlantic Australia Austria
Bangladesh Barcelona Beijing Belgium Berkeley Berlin Boston Brazil Britain Bulgaria California Cambridge Canada
Chicago Chile China Colombia Copenhagen Croatia Cuba Delhi Denmark Detroit Dublin Edinburgh Egypt England Estonia
Ethiopia Europe Finland Florida France Germany Greece Haiti Hamburg Harvard Himalayan Houston Hungary Iceland India
Indonesia Iran Iraq Ireland Israel Istanbul Italy Japan Kenya Korea Kyoto Latvia Lisbon Lithuania London Madrid
Malaysia Manhattan Mediterranean Melbourne Mexico Milan Montreal Morocco Moscow Mumbai Munich Netherlands Nigeria
Norway Osaka Oxford Pakistan Paris Peru Philadelphia Philippines Pittsburgh Poland Portugal Prague Princeton Romania
Rome Russia Scotland Seattle Seoul Serbia Shanghai Singapore Slovakia Slovenia Spain Stanford Stockholm Sweden
Switzerland Sydney Taiwan Texas Thailand Tokyo Toronto Tunisia Ukraine Vienna Vietnam Wales Warsaw Washington York
Zurich Zürich
"""
#: Companies, products, programming languages.
_PRODUCTS = """
Airbnb Alexa Alibaba Android Atari Baidu Bitcoin Bluetooth Broadway Copilot Docker Dota Ethereum Ethernet Facebook
Firefox Flickr Fortran Framenet Freebase Gmail Google Hadoop Haskell Hollywood Huawei Instagram Intel Java Kaggle
Keras Kubernetes Linux Llama Matlab Microsoft Minecraft Mozilla Netflix Nvidia Pinterest Prolog Python Pytorch Reddit
Scala Siri Skype Spotify Tencent Tensorflow Twitter Uber Unix Verilog Wechat Weibo Wikidata Wikimedia Wikipedia
Wordnet Xbox Yahoo Yelp
"""
#: Diseases, months, days, feasts.
_OTHERS = """
Alzheimer April Christmas Covid Creutzfeldt Crohn December Easter Ebola February Friday Hodgkin January July June
Monday November October Olympic Olympics Parkinson Saturday September Sunday Thursday Tuesday Wednesday
"""
NOUNS = frozenset(" ".join((_PEOPLE, _PEOPLES, _PLACES, _PRODUCTS, _OTHERS)).split())

#: Names whose words mean something else when they stand alone.
PHRASES: tuple[tuple[str, ...], ...] = (
    ("Amazon", "Mechanical", "Turk"),
    ("Box", "Cox"),
    ("Curry", "Howard"),
    ("Frank", "Wolfe"),
    ("Great", "Britain"),
    ("Hong", "Kong"),
    ("Las", "Vegas"),
    ("Los", "Angeles"),
    ("Middle", "East"),
    ("New", "York"),
    ("New", "Zealand"),
    ("North", "America"),
    ("San", "Diego"),
    ("San", "Francisco"),
    ("Saudi", "Arabia"),
    ("Silicon", "Valley"),
    ("South", "Africa"),
    ("South", "America"),
    ("Stack", "Exchange"),
    ("Stack", "Overflow"),
    ("Street", "View"),
    ("United", "Kingdom"),
    ("United", "Nations"),
    ("United", "States"),
    ("World", "War"),
)
