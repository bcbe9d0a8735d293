//! Matrices that learn: values, and Adam's two running means (Kingma and Ba 2015).
//!
//! All sums are made in a fixed order and without fused operations, so the same data gives the same
//! bits on every machine.

/// A matrix, row by row.
#[derive(Clone, Debug)]
pub(crate) struct Param {
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    pub(crate) w: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
    /// Only rows that were used are updated.
    pub(crate) sparse: bool,
}

/// The gradient of a [`Param`].
#[derive(Clone, Debug)]
pub(crate) struct Grad {
    pub(crate) g: Vec<f32>,
    cols: usize,
    touched: Vec<u32>,
    is_touched: Vec<bool>,
    sparse: bool,
}

/// A small generator of our own (splitmix64), so that a seed means the same forever.
#[derive(Clone, Debug)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ (value >> 31)
    }

    /// Between 0 and 1.
    pub(crate) fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

impl Param {
    /// Values drawn evenly from −spread to spread.
    pub(crate) fn new(
        rows: usize,
        cols: usize,
        spread: f32,
        sparse: bool,
        random: &mut Random,
    ) -> Self {
        let w = (0..rows * cols).map(|_| (random.unit() * 2.0 - 1.0) * spread).collect();
        let zeros = vec![0.0; rows * cols];
        Self { rows, cols, w, mean: zeros.clone(), square: zeros, sparse }
    }

    pub(crate) fn row(&self, row: usize) -> &[f32] {
        &self.w[row * self.cols..(row + 1) * self.cols]
    }

    pub(crate) fn grad(&self) -> Grad {
        Grad {
            g: vec![0.0; self.w.len()],
            cols: self.cols,
            touched: Vec::new(),
            is_touched: vec![false; self.rows],
            sparse: self.sparse,
        }
    }

    /// y += x · W, where x starts at row `from`.
    pub(crate) fn forward(&self, from: usize, x: &[f32], y: &mut [f32]) {
        for (at, value) in x.iter().enumerate() {
            if *value != 0.0 {
                axpy(*value, self.row(from + at), y);
            }
        }
    }

    /// dx += W · dy and dW += x ⊗ dy.
    pub(crate) fn backward(
        &self,
        from: usize,
        x: &[f32],
        dy: &[f32],
        dx: Option<&mut [f32]>,
        grad: &mut Grad,
    ) {
        for (at, value) in x.iter().enumerate() {
            if *value != 0.0 {
                axpy(*value, dy, grad.row_mut(from + at));
            }
        }
        if let Some(dx) = dx {
            for (at, place) in dx.iter_mut().enumerate() {
                *place += dot(self.row(from + at), dy);
            }
        }
    }

    /// One step of Adam; the gradient is cleared.
    pub(crate) fn update(&mut self, grad: &mut Grad, rate: f32, step: i32, decay: f32) {
        let (b1, b2) = (0.9_f32, 0.999_f32);
        let (c1, c2) = (1.0 - libm::powf(b1, step as f32), 1.0 - libm::powf(b2, step as f32));
        let rows: Vec<u32> = if self.sparse {
            std::mem::take(&mut grad.touched)
        } else {
            (0..self.rows as u32).collect()
        };
        for row in rows {
            let range = row as usize * self.cols..(row as usize + 1) * self.cols;
            grad.is_touched[row as usize] = false;
            for at in range {
                let g = grad.g[at];
                grad.g[at] = 0.0;
                self.mean[at] = b1 * self.mean[at] + (1.0 - b1) * g;
                self.square[at] = b2 * self.square[at] + (1.0 - b2) * g * g;
                let change = (self.mean[at] / c1) / ((self.square[at] / c2).sqrt() + 1e-8);
                self.w[at] -= rate * (change + decay * self.w[at]);
            }
        }
    }
}

impl Grad {
    pub(crate) fn row_mut(&mut self, row: usize) -> &mut [f32] {
        if self.sparse && !self.is_touched[row] {
            self.is_touched[row] = true;
            self.touched.push(row as u32);
        }
        &mut self.g[row * self.cols..(row + 1) * self.cols]
    }

    /// Adds another gradient to this one and clears it.
    pub(crate) fn absorb(&mut self, other: &mut Self) {
        if self.sparse {
            for row in std::mem::take(&mut other.touched) {
                let range = row as usize * self.cols..(row as usize + 1) * self.cols;
                other.is_touched[row as usize] = false;
                axpy(1.0, &other.g[range.clone()], self.row_mut(row as usize));
                other.g[range].fill(0.0);
            }
        } else {
            axpy(1.0, &other.g, &mut self.g);
            other.g.fill(0.0);
        }
    }

    pub(crate) fn square_sum(&self) -> f64 {
        if self.sparse {
            self.touched
                .iter()
                .flat_map(|row| &self.g[*row as usize * self.cols..(*row as usize + 1) * self.cols])
                .map(|g| f64::from(g * g))
                .sum()
        } else {
            self.g.iter().map(|g| f64::from(g * g)).sum()
        }
    }

    pub(crate) fn scale(&mut self, by: f32) {
        if self.sparse {
            for row in &self.touched {
                for g in &mut self.g[*row as usize * self.cols..(*row as usize + 1) * self.cols] {
                    *g *= by;
                }
            }
        } else {
            self.g.iter_mut().for_each(|g| *g *= by);
        }
    }
}

/// y += a · x
pub(crate) fn axpy(a: f32, x: &[f32], y: &mut [f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += a * x;
    }
}

/// Sum of products, in sixteen lanes of a fixed order.
pub(crate) fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 16];
    let (xs, ys) = (x.chunks_exact(16), y.chunks_exact(16));
    let rest: f32 = xs.remainder().iter().zip(ys.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in xs.zip(ys) {
        for lane in 0..16 {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    lanes.iter().sum::<f32>() + rest
}
