/** '2.5 mm' */
export const millimetres = (pt: number): string => `${Math.round(((pt * 25.4) / 72) * 10) / 10} mm`;

/** '5.5 pt' */
export const points = (pt: number): string => `${Math.round(pt * 100) / 100} pt`;

/** '4.4 : 1'; rounded down, so that what fails never looks as if it passed. */
export const ratioText = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
