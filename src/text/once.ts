/**
 * What takes long to make and is not always asked for: made when it first is. A killed background evaluates all of its
 * code before it answers, and a pattern with classes of letters, or a set of some hundred words, takes it .1–.9 ms. What
 * throws is made again.
 */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
