# Makes the reference values beside it, with base R alone: each case keeps its data and the very call that was evaluated on
# them. Nothing needs R to run the tests. To make them again:
#   (cd tests/cases/statistics && Rscript make-references.R) && npx biome format --write tests/cases/statistics
set.seed(1908)

json <- function(x, digits = 15) {
  if (inherits(x, "whole")) return(json(x[[1]], 17))
  if (is.list(x) && !is.null(names(x)))
    return(sprintf("{%s}", paste(sprintf("\"%s\":%s", names(x), vapply(x, json, "", digits)), collapse = ",")))
  if (is.list(x)) return(sprintf("[%s]", paste(vapply(x, json, "", digits), collapse = ",")))
  if (is.character(x)) return(encodeString(x, quote = "\""))
  if (!is.null(names(x))) return(json(as.list(x), digits))
  if (is.matrix(x)) return(json(lapply(seq_len(nrow(x)), function(i) I(x[i, ])), digits))
  numbers <- ifelse(is.nan(x), "null", formatC(x, digits, format = "g", width = 1))
  if (length(x) == 1 && !inherits(x, "AsIs")) numbers else sprintf("[%s]", paste(numbers, collapse = ","))
}

# Data were rounded before anything was made of them, values are told whole.
digits17 <- function(x) structure(list(x), class = "whole")

reference <- function(what, given, call) {
  call <- substitute(call)
  value <- eval(call, given, globalenv())
  list(what = what, given = given, call = paste(trimws(deparse(call, 500)), collapse = " "), value = digits17(value))
}

write <- function(name, ...) {
  from <- paste(R.version.string, "by make-references.R")
  writeLines(json(list(from = from, cases = list(...))), paste0(name, ".json"))
}

# Welch
scores <- function(n, mean, sd) I(round(rnorm(n, mean, sd), 1))
welch <- function(what, a, b)
  reference(what, list(a = a, b = b), {
    test <- t.test(a, b)
    list(difference = mean(a) - mean(b), standardError = test$stderr, statistic = test$statistic[[1]],
         degreesOfFreedom = test$parameter[[1]], p = test$p.value)
  })
write("welch",
  welch("two classes", scores(24, 62, 22), scores(19, 70, 15)),
  welch("two and three", I(c(41, 47)), I(c(60, 88, 70))),
  welch("two far apart, where p is small", scores(60, 20, 5), scores(80, 80, 9)),
  welch("two of the same mean", I(c(10, 20, 30)), I(c(5, 20, 35, 20))),
  welch("one that does not scatter", I(rep(50, 6)), scores(9, 60, 10)))

# Benjamini-Hochberg
adjusted <- function(what, p) reference(what, list(p = I(p)), I(p.adjust(p, "BH")))
write("benjamini-hochberg",
  adjusted("thirty with some small", round(c(runif(24), runif(6) / 500), 6)),
  adjusted("ties, 0 and 1", c(0.04, 0.01, 0.04, 1, 0, 0.03, 1, 0.04)),
  adjusted("one", 0.2),
  adjusted("unordered, where a later one is smaller", c(0.02, 0.019, 0.9, 0.021, 0.5)))

# ICC: mean squares by aov; what noise adds to the between mean square by the trace of its quadratic form.
clustered <- function(sizes, between, within)
  list(cluster = I(rep(seq_along(sizes), sizes)),
       y = I(round(rep(rnorm(length(sizes), 60, between), sizes) + rnorm(sum(sizes), 0, within), 1)))
icc <- function(what, data, noise)
  reference(what, c(data, list(noise = I(noise))), {
    n <- as.vector(table(cluster))
    squares <- summary(aov(y ~ factor(cluster)))[[1]][["Mean Sq"]]
    form <- diag(n) - outer(n, n) / sum(n)
    between <- squares[1] - sum(diag(form %*% diag(noise))) / (length(n) - 1)
    n0 <- mean(n) - var(n) / (length(n) * mean(n))
    sigma2 <- (between - squares[2]) / n0
    unclamped <- sigma2 / (sigma2 + squares[2])
    list(icc = max(0, unclamped), unclamped = unclamped, betweenVariance = max(0, sigma2), withinVariance = squares[2])
  })
write("icc",
  icc("unequal clusters without noise", clustered(c(12, 24, 7, 31, 18, 1), 10, 20), rep(0, 6)),
  icc("equal clusters with unequal noise", clustered(rep(15, 8), 14, 20), round(runif(8, 5, 30), 1)),
  icc("alike clusters, below 0", clustered(c(20, 25, 30, 22), 0, 20), c(9, 8, 7, 8)))

# Shrinkage, by variance components instead of the closed form.
shrunken <- function(what, mean, n, meanOfAll, icc)
  reference(what, list(mean = mean, n = n, meanOfAll = meanOfAll, icc = icc), {
    reliability <- icc / (icc + (1 - icc) / n)
    list(raw = mean, shrunken = weighted.mean(c(mean, meanOfAll), c(reliability, 1 - reliability)), reliability = reliability)
  })
write("shrinkage",
  shrunken("a class", 41.5, 24, 63.2, 0.07),
  shrunken("a school", 41.5, 412, 63.2, 0.031),
  shrunken("one child", 100, 1, 63.2, 0.2))

# Cluster-robust: the sandwich of lm(y ~ 1) from the children's own residuals.
robust <- function(what, data, confidence)
  reference(what, c(data, list(confidence = confidence)), {
    fit <- lm(y ~ 1)
    k <- length(unique(cluster))
    bread <- summary(fit)$cov.unscaled
    meat <- crossprod(rowsum(model.matrix(fit) * residuals(fit), cluster))
    error <- sqrt((k / (k - 1) * bread %*% meat %*% bread)[1, 1])
    mean <- coef(fit)[[1]]
    list(mean = mean, standardError = error, degreesOfFreedom = k - 1,
         low = mean - qt(1 - (1 - confidence) / 2, k - 1) * error, high = mean + qt(1 - (1 - confidence) / 2, k - 1) * error)
  })
yes <- clustered(c(9, 30, 14, 22, 17, 40, 8), 10, 20)
yes$y <- I(as.numeric(yes$y > 60))
write("cluster-robust",
  robust("a mean over nine institutions", clustered(c(12, 24, 7, 31, 18, 44, 5, 60, 29), 8, 20), 0.95),
  robust("a share over seven", yes, 0.95),
  robust("two institutions, 90 %", clustered(c(20, 33), 5, 20), 0.9))

# Cronbach's alpha
answers <- function(n, k, loading)
  pmin(pmax(round(2.4 + loading * rnorm(n) + matrix(rnorm(n * k, 0, 0.8), n)), 0), 4) * 25
alpha <- function(what, items)
  reference(what, list(items = items), {
    k <- ncol(items)
    between <- cov(items)
    list(alpha = k / (k - 1) * (1 - sum(diag(between)) / sum(between)), itemVariances = I(apply(items, 2, var)),
         sumVariance = var(rowSums(items)), meanScoreVariance = var(rowMeans(items)))
  })
write("cronbach-alpha",
  alpha("four items", answers(40, 4, 0.7)),
  alpha("three that do not go together", answers(30, 3, 0)),
  alpha("two, one of them turned", {two <- answers(25, 2, 0.7); two[, 2] <- 100 - two[, 2]; two}))

# Variance from counts: var() of the children; with noise, second derivatives by deriv3 against the noise's covariance.
exact <- function(what, values, counts)
  reference(what, list(values = I(values), counts = I(counts)), list(variance = var(rep(values, counts)), noiseError = 0))
byDeriv <- function(values, counts, v, shared) {
  name <- paste0("c", seq_along(values))
  total <- function(by) paste(sprintf("%s*%s", name, format(by, digits = 17)), collapse = "+")
  n <- total(rep(1, length(values)))
  formula <- sprintf("((%s)-(%s)^2/(%s))/((%s)-1)", total(values^2), total(values), n, n)
  f <- eval(deriv3(parse(text = formula)[[1]], name), as.list(setNames(counts, name)))
  S <- v * (diag(length(values)) - if (is.nan(shared)) 0 else 1 / shared)
  g <- attr(f, "gradient")[1, ]
  list(variance = as.vector(f) - sum(diag(attr(f, "hessian")[1, , ] %*% S)) / 2, noiseError = sqrt(drop(g %*% S %*% g)))
}
noisy <- function(what, values, counts, v, shared)
  reference(what, list(values = I(values), counts = I(counts), noiseVariance = v, sharedAmong = shared),
            byDeriv(values, counts, noiseVariance, sharedAmong))
steps <- c(0, 25, 50, 75, 100)
ranges <- seq(5, 95, 10)
sheppard <- function(what, counts)
  reference(what, list(counts = I(counts)),
            list(variance = var(rep(seq(5, 95, 10), counts)) - 10^2 / 12, noiseError = 0))
write("variance-from-counts",
  exact("five steps", steps, c(3, 9, 20, 31, 12)),
  exact("yes and no", c(0, 100), c(11, 29)),
  noisy("five steps of a school, total known among eight counts", steps, c(11.25, -1.75, 40.25, 77.25, 52.25), 5.52, 8),
  noisy("five steps, total not known", steps, c(9, 14, 42, 80, 50), 1.84, NaN),
  noisy("a spread, total known among its ten ranges", ranges, c(-3, 4.5, 9, 2, 21, 40, 62.5, 55, 30, 12), 31.8, 10))
write("variance-from-ranges",
  sheppard("a spread without noise", c(0, 1, 4, 9, 15, 24, 31, 22, 9, 3)))

# Smallest detectable difference: solved from the power, not by the closed form.
detectable <- function(what, standardDeviation, n1, n2, extraVariance, alpha, power)
  reference(what, list(standardDeviation = standardDeviation, n1 = n1, n2 = n2, extraVariance = extraVariance,
                       alpha = alpha, power = power), {
    error <- sqrt(standardDeviation^2 / n1 + standardDeviation^2 / n2 + extraVariance)
    list(difference = uniroot(function(d) pnorm(d / error - qnorm(alpha / 2, lower.tail = FALSE)) - power,
                              c(0, 20 * error), tol = 1e-13, maxiter = 10000)$root)
  })
write("smallest-detectable-difference",
  detectable("two years of a school", 22.7, 160, 148, 6.1, 0.05, 0.8),
  detectable("two small groups", 22.7, 24, 20, 0, 0.05, 0.8),
  detectable("a stricter test", 18, 60, 75, 4, 0.02, 0.9))

# Drift of the middle half, solved by uniroot
changes <- function(k, tau) {
  variances <- round(runif(k, 3, 40), 2)
  list(round(rnorm(k, 1, sqrt(variances + tau^2)), 2), variances)
}
wide <- changes(60, 7); odd <- changes(23, 9); none <- changes(40, 0)
central <- function(what, differences, variances)
  reference(what, list(differences = I(differences), variances = I(variances)), {
    d <- differences - median(differences)
    off <- function(tau) IQR(d / sqrt(variances + tau^2), type = 7) - diff(qnorm(c(0.25, 0.75)))
    list(tau = if (off(0) > 0) uniroot(off, c(0, 100), tol = 1e-13, maxiter = 10000)$root else 0)
  })
write("central-drift",
  central("sixty that drift", wide[[1]], wide[[2]]),
  central("twenty-three", odd[[1]], odd[[2]]),
  central("forty that do not drift", none[[1]], none[[2]]))

# A difference with noise and drift
difference <- function(what, mean1, n1, noise1, mean2, n2, noise2, variance, drift)
  reference(what, list(mean1 = mean1, n1 = n1, noise1 = noise1, mean2 = mean2, n2 = n2, noise2 = noise2,
                       variance = variance, drift = drift), {
    error <- sqrt(variance / n1 + variance / n2 + noise1 + noise2 + drift^2)
    list(difference = mean2 - mean1, standardError = error, z = (mean2 - mean1) / error,
         p = 2 * pnorm(-abs(mean2 - mean1) / error))
  })
write("noise-aware-difference",
  difference("a fall at a school", 66.2, 160, 0.9, 54.1, 148, 1.1, 515.3, 2.4),
  difference("a rise of a small one", 51, 24, 5.2, 60.5, 21, 6.1, 515.3, 2),
  difference("one so large that p is tiny", 20, 400, 0.3, 80, 390, 0.3, 515.3, 2))
