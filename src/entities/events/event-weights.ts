/** Weights in the order of traitFeatures and eventFeatures, learned on the training topics of ECB+ (annotations CC BY 3.0, Cybulska & Vossen) by platform/node/train/events-train.ts. */
export const ARTICLE_WEIGHTS: readonly number[] = [
  -2.44, 4.03, 0.96, 0.98, 0.34, 2.83, 3.92, 1.7, 0.17, 4.09, 0.68, -0.74, -0.63,
];

export const MENTION_WEIGHTS: readonly number[] = [
  -5.71, 0.99, 1.51, 2.24, 1.49, -0.86, 1.4, 0.66, -0.06, -0.25, 0.5, -0.63, 2.37, -2.24, -0.58, 1.19, -0.04,
  0.37, 2.55, -2.22, 0.6, -1.2, 1.41, -0.24,
];
