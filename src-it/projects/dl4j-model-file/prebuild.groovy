import java.awt.image.BufferedImage
import javax.imageio.ImageIO

// Four shades of grey, twelve images each for training and four for the test.
['train': 12, 'test': 4].each { split, count ->
    [a: 10, b: 90, c: 170, d: 250].each { name, shade ->
        def folder = new File(basedir, "images/$split/$name")
        folder.mkdirs()
        count.times { i ->
            def image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY)
            64.times { image.raster.setSample(it % 8, it.intdiv(8), 0, shade - (it + i) % 6) }
            ImageIO.write(image, 'png', new File(folder, "${i}.png"))
        }
    }
}
return true
