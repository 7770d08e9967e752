/** Figures as text, the same in Danish and English: a page has thousands of them, and they need no translation. */
export const percentText = (value: number | string): string => `${value} %`;

export const rangeText = ({ low, high }: { readonly low: number; readonly high: number }): string => `${low}–${high}`;
