/** The first storey has no tables and no routes of its own: settlement asks `decideLines` and keeps the answer. */
export default {};
