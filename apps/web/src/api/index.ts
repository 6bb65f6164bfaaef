/** Every door for machines. */
export const API_DOORS = [];
