def cl = new File(basedir, 'target/cl')
def results = []
cl.eachFileRecurse { if (it.name == 'results.json') results << cl.toPath().relativize(it.toPath()).toString() }
assert results.sort() == ['full/digits/seed-1/results.json', 'full/digits/seed-2/results.json', 'quick/digits/seed-1/results.json']
return true
