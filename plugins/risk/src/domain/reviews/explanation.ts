/** Of whom an explanation is asked (要求说明): of either side of a payment, or of both. */
export const explanationParties = ['enterprise', 'worker'] as const;
export type ExplanationParty = (typeof explanationParties)[number];

/** How it was given. */
export const explanationMeans = ['written', 'phone', 'meeting', 'online'] as const;
