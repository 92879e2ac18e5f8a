/**
 * The contiguous stretch of a sequence with the largest sum, found in one pass (Kadane).
 *
 * Here the sum is evidence against a stretch of text: words that nothing on the other side
 * answers. Words that are answered end a stretch or are bridged, as their weight says.
 */
export class WorstRun {
  /** Largest sum of any stretch, and of the stretch that ends here; both ≥ 0. */
  worst = 0;
  now = 0;

  reset(): void {
    this.worst = 0;
    this.now = 0;
  }

  /** Takes the next item: what it adds to the evidence against. */
  take(against: number): void {
    this.now = Math.max(0, this.now + against);
    if (this.now > this.worst) this.worst = this.now;
  }
}
