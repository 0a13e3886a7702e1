package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.BackendOptions;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * What the class path of a worker is made of.
 *
 * @param session repository session of the build
 * @param repositories where artifacts of the runtime come from
 * @param classFolders folders with the project's own classes, first on the class path
 * @param dependencies resolved dependencies of the project, in order
 * @param pluginDependencies resolved dependencies of the plugin, those that users added included
 * @param backend the backend to use if neither of the two above holds one
 */
public record ClasspathRequest(
    RepositorySystemSession session,
    List<RemoteRepository> repositories,
    List<Path> classFolders,
    List<ClasspathEntry> dependencies,
    List<Artifact> pluginDependencies,
    BackendOptions backend) {}
