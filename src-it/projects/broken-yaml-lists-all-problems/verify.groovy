def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("""Cannot use the experiments and sweeps in 'src/main/cl': there are 6 mistakes. Correct them:
[ERROR]   a.yaml:1:19: Unknown benchmark 'permuted-minst'. Did you mean 'permuted-mnist'?
[ERROR]   a.yaml:2:20: Unknown setting 'hiden' in model 'mlp'. Did you mean 'hidden'?
[ERROR]   a.yaml:3:41: 'strength' must be at least 0, but is -1.
[ERROR]   b.yaml:1:42: 'tasks' takes an integer, but 'two' was given. Write digits only.
[ERROR]   b.yaml:4:1: Unknown setting 'sedes' in the experiment. Did you mean 'seeds'?
[ERROR]   sweeps/c.yaml:1:13: Cannot search 'preset/gpm-pmnits': there is no such preset. Did you mean 'preset/gpm-pmnist'?
""")
return true
