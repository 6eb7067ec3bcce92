"""Words that keep their capital in a sentence: names behind methods, languages, peoples, places, products.

Only words that mean little else (no `Frank`, `Apple`, `Polish`, `Turkey`): a wrong brace keeps a capital that a style
would have dropped.
"""

#: The names behind methods and theorems.
_PEOPLE = """
Abelian Arnoldi Banach Bayes Bayesian Bellman Bernoulli Bernstein Bessel Bloom Boltzmann Boolean Borda Bregman
Brownian Bézier Carlo Cartesian Cauchy Chebyshev Chernoff Cholesky Chomsky Clifford Condorcet Coulomb Cox Cramér
Darwin Darwinian Delaunay Dijkstra Dirichlet Doppler Einstein Erdős Euclid Euclidean Euler Eulerian Feynman Fibonacci
Finsler Fokker Fourier Fredholm Frobenius Fréchet Gabor Galerkin Galois Gauss Gaussian Gibbs Gini Givens Grassmann
Grassmannian Gröbner Gumbel Gödel Haar Hadamard Hamilton Hamiltonian Hamming Hankel Hastings Hausdorff Hebb Hebbian
Heisenberg Hellinger Hermite Hermitian Hessian Hilbert Hoeffding Hopfield Hotelling Hough Householder Huber Huffman
Hölder Ising Itô Jaccard Jacobi Jacobian Jensen Kalman Kantorovich Kendall Kolmogorov Koopman Kronecker Krylov
Kullback Kutta Kähler Lagrange Lagrangian Lambertian Lanczos Langevin Laplace Laplacian Laurent Lebesgue Legendre
Leibler Leibniz Levenberg Levenshtein Lipschitz Lorentz Lorentzian Lorenz Lyapunov Mahalanobis Mallows Markov
Markovian Marquardt Matérn Maxwell Minkowski Monge Monte Moreau Nadaraya Nash Navier Nesterov Newton Newtonian Neyman
Nyquist Nyström Ornstein Otsu Pareto Parzen Pavlov Pearson Perron Petri Planck Poincaré Poisson Polyak Potts
Procrustes Pythagorean Rademacher Ramanujan Rayleigh Ricci Riemann Riemannian Runge Rényi Schrödinger Schur Schwarz
Seidel Shannon Shapley Siamese Sinkhorn Sobolev Spearman Stackelberg Stiefel Stirling Stokes Strassen Sylvester Taylor
Thompson Tikhonov Toeplitz Tsallis Tukey Turing Uhlenbeck Vandermonde Vapnik Viterbi Volterra Voronoi Walsh
Wasserstein Weierstrass Wiener Wigner Winograd Woodbury Zipf Zipfian
"""
#: Languages, peoples, religions.
_PEOPLES = """
African Afrikaans Albanian American Amharic Arab Arabic Armenian Asian Assamese Australian Azerbaijani Basque
Belarusian Bengali Bosnian Brazilian British Buddhist Bulgarian Burmese Cantonese Catalan Catholic Chinese Confucian
Croatian Czech Danish Dutch Egyptian English Estonian European Filipino Finnish Flemish French Galician Georgian
German Greek Gujarati Haitian Hausa Hebrew Hindi Hungarian Icelandic Igbo Indian Indic Indonesian Inuktitut Iranian
Irish Islamic Israeli Italian Japanese Javanese Jewish Kannada Kazakh Khmer Korean Kurdish Kyrgyz Lao Latin Latvian
Lithuanian Macedonian Malay Malayalam Maltese Mandarin Maori Marathi Mexican Mongolian Muslim Nepali Nigerian
Norwegian Pashto Persian Portuguese Punjabi Quechua Roman Romanian Russian Sanskrit Scottish Serbian Sinhala Slavic
Slovak Slovene Slovenian Somali Spanish Swahili Swedish Swiss Tagalog Taiwanese Tamil Tatar Telugu Thai Tibetan Turkic
Turkish Ukrainian Urdu Uyghur Uzbek Vietnamese Welsh Yiddish Yoruba Zulu
"""
_PLACES = """
Africa Amsterdam Asia Atlanta Australia Austria Barcelona Beijing Belgium Berkeley Berlin Boston Brazil Britain
California Cambridge Canada Chicago China Copenhagen Denmark Edinburgh Egypt England Ethiopia Europe Finland Florida
France Germany Greece Harvard Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Japan Kenya Korea London
Madrid Manhattan Mexico Montreal Moscow Netherlands Nigeria Norway Oxford Pakistan Paris Philippines Poland Portugal
Prague Princeton Rome Russia Scotland Seattle Seoul Shanghai Singapore Spain Stanford Stockholm Sweden Switzerland
Sydney Taiwan Texas Thailand Tokyo Toronto Ukraine Vienna Vietnam Wales Washington York Zurich Zürich
"""
#: Companies, products, programming languages.
_PRODUCTS = """
Airbnb Alibaba Android Atari Baidu Bitcoin Bluetooth Copilot Docker Dota Ethereum Ethernet Facebook Flickr Fortran
Google Hadoop Haskell Huawei Instagram Intel Java Kaggle Keras Kubernetes Linux Llama Matlab Microsoft Minecraft
Netflix Nvidia Pinterest Prolog Python Pytorch Reddit Scala Spotify Tencent Tensorflow Twitter Uber Unix Verilog Weibo
Wikidata Wikimedia Wikipedia Xbox Yahoo Yelp
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
