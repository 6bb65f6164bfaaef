/** The floor of this room, as the happenings order their listeners. */
export const FLOOR = 10;
