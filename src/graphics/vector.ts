import type { Points } from '../base/units.js';
import type { Colour } from '../style/text-style.js';
