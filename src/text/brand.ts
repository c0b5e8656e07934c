declare const brand: unique symbol;

/** A string that only its own parser or maker may produce: two ids of different kinds never mix by accident. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
