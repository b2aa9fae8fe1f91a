/** CSS Fonts 4, 5.2, step 4: in which order weights are tried, as a number that grows. */
export function weightDistance(wanted: number, weight: number): number {
  if (weight === wanted) return 0;
  const lighter = 1000 + (wanted - weight);
  const bolder = 1000 + (weight - wanted);
  const later = 10000;
  if (wanted >= 400 && wanted <= 500) {
    if (weight > wanted && weight <= 500) return bolder;
    return weight < wanted ? later + lighter : 2 * later + bolder;
  }
  if (wanted < 400) return weight < wanted ? lighter : later + bolder;
  return weight > wanted ? bolder : later + lighter;
}
