/** The digits of a telephone number; the 0 in brackets behind a country is dialled only within it. */
export const dialled = (phone: string): string => phone.replace(/^(\+.*?)\(0\)/, '$1').replace(/[^+0-9]/g, '');
