import { fileURLToPath } from 'node:url';

/** A workspace of three treatments whose rules differ: microneedling as shipped, a chemical peel and a laser treatment. */
export const visitFolder = fileURLToPath(new URL('../fixtures/visit', import.meta.url));
