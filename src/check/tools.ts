/** What commands ask of this folder; they load it at once, since a file more takes longer to find than to run. */
export { checkWorkspace } from './check.js';
export { checkHandout } from './check-handout.js';
export { checkPack } from './check-pack.js';
export { deliveryChecks } from './delivery-checks.js';
export { readVeraReport, VERAPDF_ARGUMENTS } from './pdf/verapdf-report.js';
export { openPolicy } from './policy.js';
export { checkReviews, placeOfUnit, reviewLanguages } from './reviews.js';
export { checkTranslations } from './translations.js';
