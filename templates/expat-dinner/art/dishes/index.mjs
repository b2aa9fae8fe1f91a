// The dishes: vessel × rim × fill. Each is drawn on a sheet of its own.
import { baked } from './baked.mjs';
import { bowls } from './bowls.mjs';
import { carried } from './carried.mjs';
import { platters } from './platters.mjs';
import { pots } from './pots.mjs';
import { small } from './small.mjs';
import { sweet } from './sweet.mjs';
import { trays } from './trays.mjs';

export const dishes = { ...baked, ...bowls, ...platters, ...pots, ...carried, ...trays, ...sweet, ...small };
