/** Views of one list that an account keeps at most. */
export const VIEWS_MAX = 20;

/** Characters of a view's name. */
export const VIEW_NAME_MAX = 40;
