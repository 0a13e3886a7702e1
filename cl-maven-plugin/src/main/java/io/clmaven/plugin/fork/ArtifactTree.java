package io.clmaven.plugin.fork;

import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Resolves artifacts with everything they need at run time. */
@Named
@Singleton
class ArtifactTree {

  private static final String RUNTIME = "runtime";

  private final RepositorySystem repositories;

  @Inject
  ArtifactTree(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  /**
   * Resolves roots and their trees.
   *
   * @param request session and remote repositories
   * @param roots artifacts wanted
   * @param forced artifacts whose version holds wherever they appear in the tree
   */
  List<ClasspathEntry> resolve(
      ClasspathRequest request, List<Artifact> roots, List<Artifact> forced) {
    CollectRequest collect = new CollectRequest();
    roots.forEach(root -> collect.addDependency(new Dependency(root, RUNTIME)));
    forced.forEach(a -> collect.addManagedDependency(new Dependency(a, null)));
    collect.setRepositories(request.repositories());
    DependencyRequest dependencies = new DependencyRequest(collect, null);
    try {
      return repositories
          .resolveDependencies(request.session(), dependencies)
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(ClasspathEntry::of)
          .toList();
    } catch (DependencyResolutionException e) {
      List<String> missing = missing(e, roots);
      throw request.session().isOffline()
          ? ForkMessages.notDownloaded(missing, e)
          : ForkMessages.unresolved(missing, e);
    }
  }

  /** Returns what could not be resolved; all roots if not even the tree is known. */
  private static List<String> missing(DependencyResolutionException e, List<Artifact> roots) {
    List<String> missing =
        e.getResult().getArtifactResults().stream()
            .filter(result -> !result.isResolved())
            .map(result -> result.getRequest().getArtifact().toString())
            .toList();
    return missing.isEmpty() ? roots.stream().map(Artifact::toString).toList() : missing;
  }
}
