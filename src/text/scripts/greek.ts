/**
 * Greek as sound symbols. The naive version reads letter by letter and misses that μπ is b, ντ d, ου u, αυ av; here
 * pairs are read first. Accents are taken off by the caller, a diaeresis with them (rare in names). O(length).
 */
export const GREEK_PAIRS: Readonly<Record<string, string>> = {
  ...{ μπ: 'b', ντ: 'd', γκ: 'g', γγ: 'ng', γχ: 'nx', τζ: 'j', τσ: 'c', ου: 'u', αι: 'e', ει: 'i', οι: 'i' },
  ...{ υι: 'i', αυ: 'av', ευ: 'ev', ηυ: 'iv' },
};
export const GREEK_SOUNDS: Readonly<Record<string, string>> = {
  ...{
    α: 'a',
    β: 'v',
    γ: 'G',
    δ: 'D',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'T',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
  },
  ...{ ξ: 'ks', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'i', φ: 'f', χ: 'x', ψ: 'ps', ω: 'o' },
};
