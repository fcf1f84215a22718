// The part of the union's tree that the listings' tests know.

/** Desks by code: the desk above, and the name of the place. */
export const DESKS = {
  city: { up: null }, 110101: { up: 'city', name: '东城区' }, 110102: { up: 'city', name: '西城区' },
  110101001: { up: '110101', name: '东华门街道' }, 110101002: { up: '110101', name: '景山街道' },
  110102001: { up: '110102', name: '西长安街街道' },
};

/** Whether `other` is somewhere below `desk`. */
export const isAbove = (desk, other) => {
  const { up } = DESKS[other];
  return up !== null && (up === desk || isAbove(desk, up));
};
