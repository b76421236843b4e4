/** Lists that one question after totals counts at most: more than a board has tiles. */
export const TOTALS_MAX = 12;
