/**
 * FS-DGPM and its family: replay with a projection memory, the methods of Deng, Chen, Hao, Wang and
 * Heng, "Flattening Sharpness for Dynamic Gradient Projection Memory Benefits Continual Learning",
 * NeurIPS 2021.
 *
 * <p>An update looks at a mixed batch S, the batch of the step and as many samples of a reservoir
 * buffer. With chunks j = 1..K of the batch, g_j the gradient of chunk j at w^(j-1) and w^0 = w:
 *
 * <pre>
 *   Pi(G) = G M diag(lambda) M^T                  for each projected weight, else G
 *   w^j   = w^(j-1) + s eta1 clamp(Pi(g_j))       s = +1: up the loss (FS); -1: down (La)
 *   G     = clip(d/dw (1/K) sum_j L(S; w^j))
 *   lambda &lt;- sigma(tau (lambda - s eta2 d/dlambda (1/K) sum_j L(S; w^j)))
 *   w     &lt;- optimizer step with G - Pi(G)
 * </pre>
 *
 * <p>After each task the bases M are made anew from samples of the buffer ({@link
 * ProjectionMemory}).
 *
 * <p>It does what the official code does, also where that differs from the paper:
 *
 * <ul>
 *   <li>Soft weights are as good as constant ({@link OfficialWeights}); {@link LiveWeights} and
 *       {@link LogitWeights} learn them.
 *   <li>The first update of a task perturbs with the initial soft weights and projects with the
 *       squashed ones.
 *   <li>Parameters that are not projected (normalisation, one head per task) are perturbed by their
 *       whole gradient, in the first task all are.
 *   <li>Gradients of perturbations are clamped element by element, the outer gradient is clipped by
 *       its norm before it is projected, and nothing is clipped after that.
 *   <li>Losses are averaged over K also where the batch gives fewer chunks.
 *   <li>Bases are rebuilt from random samples and do not grow: protection of old tasks is only
 *       approximate. The direction that crosses the threshold is kept ({@link
 *       io.clmaven.runtime.method.subspace.LeadingShare}).
 *   <li>Every pass at perturbed weights moves the running statistics of batch normalisation, also
 *       once its scale and shift are frozen.
 *   <li>Nothing protects an output layer with one head per task.
 *   <li>eta1 and eta2 are divided with the learning rate and come back with the next task.
 * </ul>
 *
 * <p>It differs from the official code in how it computes, not in what: the gradient by the soft
 * weights is computed only where it has an effect, and second order is an exact Hessian-vector
 * product with the decisions of the first pass.
 *
 * <p>{@code ReplayProjection} is what all methods do, a {@code Variant} tells them apart. {@code
 * LookAhead} perturbs the weights, an {@code OuterGradient} puts the gradient together, {@code
 * SoftProjection} projects by the bases of the {@code ProjectionMemory} with their {@code
 * SoftWeights}. {@code FsEr} is replay alone at perturbed weights, without bases.
 */
package io.clmaven.runtime.method.fsdgpm;
